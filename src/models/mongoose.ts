import { defineModel } from './define-model.js';
import type { LifetimeRule, QueryChain, Read, SourceRow } from './library-model.js';

const SCHEMA = { type: 'mongoose.Schema' } as const;
const PACKAGE = { package: 'mongoose' } as const;
const MODEL = { type: 'mongoose.Model' } as const;
const CHAIN: QueryChain = {
  keeps: ['exec', 'lean', 'populate', 'sort', 'skip', 'where', 'equals', 'gt', 'gte', 'lt', 'lte', 'in', 'or', 'and', 'session', 'cursor', 'orFail', 'read', 'hint', 'toObject', 'toJSON'],
  bounds: ['limit'],
  picks: ['select', 'distinct', 'countDocuments'],
  wholes: ['_doc'],
};

/** Until mongoose 6: `User.findOne(query, (error, user) => …)`, and the same of `exec`. */
const CALLBACK: SourceRow['callback'] = [{ parameter: 1, gives: 'result' }];

/** A number is seconds. A text goes through `ms`, where digits alone are milliseconds. */
function spanAt(read: Read): LifetimeRule {
  return { clock: 'record', when: [{ read, is: 'present' }], then: { read, unit: 'duration:jsonwebtoken', option: 'expires' } };
}

function secondsAt(read: Read): LifetimeRule {
  return { clock: 'record', when: [{ read, is: 'present' }], then: { read, unit: 's', option: 'expireAfterSeconds' } };
}

const FIELDS = ['Member[any].Member[expires]', 'Member[any].Member[index].Member[expires]'] as const;
const SECONDS_IN_FIELDS = 'Member[any].Member[index].Member[expireAfterSeconds]';
const OTHERWISE: LifetimeRule = { clock: 'record', then: 'unknown' };

/** `schema.index(…)` beside `model('Session', schema)`. */
const inIndex = (option: string): Read => ({ reader: 'builder', method: ['index'], read: `Argument[1].Member[${option}]` });

/**
 * MongoDB removes what is over where an index says so, which mongoose makes of `expires` and `expireAfterSeconds`.
 * Queries give documents with all their fields, unless they select some.
 */
export const mongoose = defineModel({
  id: 'mongoose',
  docs: 'https://mongoosejs.com/docs/api/schemadate.html#SchemaDate.prototype.expires()',
  packages: ['mongoose'],
  checkedAgainst: '9',
  types: [
    { name: SCHEMA.type, from: PACKAGE, path: 'Member[Schema].New' },
    { name: MODEL.type, from: PACKAGE, path: 'Member[model].Return' },
    { name: MODEL.type, from: PACKAGE, path: 'Member[models].Member[any]' },
  ],
  declaredTypes: [{ package: 'mongoose', name: 'Model', type: MODEL.type }],
  configs: [{
    from: PACKAGE, path: 'Member[model].Return', named: 'Argument[0]', memory: 'server-session', options: 'Argument[1]',
    lifetime: [
      // `expireAfterSeconds: 0` ends each document at the date that it holds itself.
      { clock: 'record', when: [{ read: inIndex('expireAfterSeconds'), is: 0 }], then: 'unknown' },
      secondsAt(inIndex('expireAfterSeconds')),
      // Zero is as good as nothing: the option stays as it is, and the index is one like any other.
      { clock: 'record', when: [{ read: inIndex('expires'), is: 0 }], then: { never: 'ignored-option', option: 'expires: 0' } },
      spanAt(inIndex('expires')),
      ...FIELDS.map((field) => spanAt(`Argument[0].${field}`)),
      OTHERWISE,
    ],
  }],
  durations: [
    { from: PACKAGE, path: 'Member[Schema].New', memory: 'server-record', lifetime: [...FIELDS.map((field) => spanAt(`Argument[0].${field}`)), secondsAt(`Argument[0].${SECONDS_IN_FIELDS}`)] },
    { from: SCHEMA, path: 'Member[index].Return', memory: 'server-record', lifetime: [spanAt('Argument[1].Member[expires]'), secondsAt('Argument[1].Member[expireAfterSeconds]')] },
    { from: SCHEMA, path: 'Member[path].Return.Member[expires].Return', memory: 'server-record', lifetime: [spanAt('Argument[0]')] },
  ],
  sources: [
    { from: MODEL, path: 'Member[findOne,findById].Return', gives: 'record', picks: ['Argument[1]'], chain: CHAIN, callback: CALLBACK },
    { from: MODEL, path: 'Member[findByIdAndUpdate,findOneAndUpdate,findOneAndReplace,findByIdAndDelete,findOneAndDelete].Return', gives: 'record', chain: CHAIN, callback: CALLBACK },
    { from: MODEL, path: 'Member[find].Return', gives: 'records', picks: ['Argument[1]'], bounds: ['Argument[2].Member[limit]'], chain: CHAIN, callback: CALLBACK },
    { from: MODEL, path: 'Member[create].Return', gives: 'record', chain: { keeps: ['toObject', 'toJSON'], wholes: ['_doc'] }, callback: CALLBACK },
  ],
});
