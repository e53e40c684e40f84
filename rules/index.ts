import { noRepeatedAsk } from './no-repeated-ask.js';
import { noSensitiveSessionData } from './no-sensitive-session-data.js';
import { requireSessionExpiry } from './require-session-expiry.js';

/** All rules, in alphabetical order. */
export const rules = [noRepeatedAsk, noSensitiveSessionData, requireSessionExpiry];
