import { describe, expect, it } from 'vitest';

import { keyedBy } from '../../src/identify/session-keyed.js';

describe('is an entry of a key-value store one session’s?', () => {
  it.each([
    [['session:', ''], ['id'], 'session'],
    [['sess:', ''], ['req.sessionID'], 'session'],
    [['', ''], ['sessionId'], 'session'],
    [['wizard-state-', ''], ['chat.id'], 'session'],
    [['', ''], ['sessionKey'], 'session'],
    [['pending:', ''], ['userId'], 'user'],
    [['reset-password:', ''], ['token'], 'user'],
    [['cache:user:', ''], ['userId'], undefined],
    [['rate-limit:', ''], ['req.sessionID'], undefined],
    [['product:', ''], ['productId'], undefined],
    [['session-count'], [], undefined],
    [['obsession:', ''], ['id'], undefined],
  ] as const)('%j %j: %s', (quasis, parts, expected) => {
    expect(keyedBy({ quasis, parts })).toBe(expected);
  });
});
