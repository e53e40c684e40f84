import type { Facts, Write } from '../facts/index.js';
import { toWords } from '../identify/fields/to-words.js';
import { coversPath } from './covers-path.js';

/** What is needed for one step, and dangerous after it: the last words of keys. */
const ONE_STEP = /(?:^|_)(?:password|passwd|passphrase|private_key|otp|one_time_code|challenge|nonce|code_verifier|pkce|oauth_state|totp_secret|reset_token|verification_code)$/;
/** They say something about it, and are not it: `passwordChanged`, `isPassword`. */
const ABOUT_IT = /^(?:is|has|needs|require|requires|show|no)_/;

/** Values for one step that a session keeps: written, and removed nowhere. */
export function findKeptOnce(facts: Facts): readonly Write[] {
  const written = facts.writes.filter((write) => write.memory === 'server-session' && isForOneStep(write) && !facts.isTest(write.at.file) && !('literal' in write.value));
  if (written.length === 0 || facts.clears.some(({ renews }) => renews)) return [];
  const left = written.filter((write) => isUsedElsewhere(write, facts) && !facts.clears.some((clear) => clear.path.length > 0 && coversPath(clear, write)) && !facts.escapes.some(({ to, memory, path }) => to === 'call' && memory === write.memory && path.length === 0));
  // Once for each file that writes it.
  return left.filter((write, index) => left.findIndex((other) => other.at.file === write.at.file && other.path.join('.') === write.path.join('.')) === index);
}

/** A later step takes it up: what nothing reads is another mistake. */
function isUsedElsewhere({ at, memory, path, where }: Write, { reads }: Facts): boolean {
  return reads.some((read) => read.memory === memory && read.path.join('.') === path.join('.') && (read.at.file !== at.file || read.where.fn !== where.fn));
}

function isForOneStep({ path }: Write): boolean {
  const name = toWords(path.at(-1) ?? '').join('_');
  return ONE_STEP.test(name) && !ABOUT_IT.test(name);
}
