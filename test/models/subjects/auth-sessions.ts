import { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';

import * as h3 from 'h3';

import type { Subject } from '../subject.js';

// It looks for a browser where it is imported.
const mongoose = createRequire(import.meta.url)('mongoose') as typeof import('mongoose');
const Visit = mongoose.model('Visit', new mongoose.Schema({ at: Date }));
const config = { password: 'x'.repeat(32) };

/** A request and its response, without a network. */
export function h3Event(): h3.H3Event {
  const request = new IncomingMessage(new Socket());
  request.url = '/';
  request.method = 'GET';
  return h3.createEvent(request, new ServerResponse(request));
}

function has(value: unknown, ...members: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && members.every((name) => name in value);
}

const h3Subject: Subject = {
  name: 'h3 1',
  start: (from) => ('package' in from ? (from.package === 'h3' ? [h3] : []) : 'type' in from ? [{ update: () => h3.useSession(h3Event(), config), clear: () => h3.useSession(h3Event(), config) }] : []),
  isOfType: (value) => has(value, 'update', 'clear'),
  call: (_, callee) => callee(h3Event(), config),
  construct: () => undefined,
  close: () => Promise.resolve(),
};

const mongooseSubject: Subject = {
  name: 'mongoose 9',
  start: (from) => {
    if ('package' in from) return from.package === 'mongoose' ? [mongoose] : [];
    return 'type' in from ? [from.type === 'mongoose.Schema' ? new mongoose.Schema({ at: Date }) : Visit] : [];
  },
  isOfType: (value, type) => (type === 'mongoose.Model' ? value === Visit || has(value, 'findById') || typeof value === 'function' && 'findById' in value : value instanceof mongoose.Schema),
  // Nothing is asked of a database: `create` would wait for one.
  call: (name, callee) => (name === 'create' ? Promise.resolve({}) : name === 'model' ? Visit : callee(name === 'path' ? 'at' : {})),
  construct: (_, constructor) => new constructor({ at: Date }),
  close: () => Promise.resolve(),
};

/** Libraries of sessions and of what ends them, by model id. */
export const authSubjects: ReadonlyMap<string, Subject> = new Map([['h3-session', h3Subject], ['mongoose', mongooseSubject]]);
