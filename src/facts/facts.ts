import type { Place } from './place.js';
import type { Identity, Resolved } from './resolved.js';
import type { ControlPoint } from './summary.js';

/**
 * Where session memory lives.
 *
 * - `server-session`: behind a session id (`req.session`, `ctx.session` of a bot)
 * - `server-record`: an entry that the code keys itself (Redis `SET session:…`)
 * - `cookie`, `local-storage`, `session-storage`, `indexed-db`: in the browser
 * - `token`: signed and handed to the client, which brings it back (a JWT); the client can read it
 * - `flow-state`: passed through a flow and gone with it (`ctx.wizard.state`)
 */
export type Memory = 'server-session' | 'server-record' | 'cookie' | 'local-storage' | 'session-storage' | 'indexed-db' | 'token' | 'flow-state';

/** What a library reads a number or text as. `duration:ms`: a number is milliseconds, a text goes through the grammar of `ms`. */
export type Unit = 'ms' | 's' | 'min' | 'h' | 'days' | 'epoch-ms' | 'epoch-s' | 'date' | 'duration:ms' | 'duration:jsonwebtoken' | 'duration:jose';

/** When something ends. `ms` are milliseconds whatever the library's unit is. */
export type Lifetime =
  | { readonly ends: 'after'; readonly ms: number }
  | { readonly ends: 'never'; readonly because: 'default' | 'option' | 'ignored-option'; readonly option?: string }
  | { readonly ends: 'browser-close' };

/** In what a suggestion writes a duration. `text`: `'30m'`. */
export type WrittenUnit = 'ms' | 's' | 'text';

/** How to give a library an expiry: the option or argument that a suggestion writes. Comes from the model. */
export type ExpiryRemedy =
  | { readonly set: readonly string[]; readonly unit: WrittenUnit; readonly object?: Place; readonly call?: Place; readonly argument?: number }
  | { readonly append: string; readonly unit: WrittenUnit; readonly call: Place; readonly argument: number }
  /** A method that is called on what stands at `at`: `.setExpirationTime('30m')`. */
  | { readonly chain: string; readonly unit: WrittenUnit; readonly at: Place }
  | { readonly remove: Place; readonly what: string };

/** Common to all facts. */
export interface FactBase {
  readonly at: Place;
  readonly identity: Identity;
  /** Id of the library model that recognised it. */
  readonly library: string;
  /** Where it runs; `file` of the control point is `at.file`. */
  readonly where: ControlPoint;
}

/** A session middleware or a store handed to one is set up: `session({ … })`. */
export interface SessionConfig extends FactBase {
  readonly fact: 'session-config';
  /** What people call the library: the package that the set-up comes from. */
  readonly name: string;
  readonly memory: Memory;
  /** The stored record's life after the library's own defaults and the precedence of store and cookie. */
  readonly record: Resolved<Lifetime>;
  readonly cookie: Resolved<Lifetime>;
  /** When the session ends however much it is used, where the library has such a limit. No cases: it has none. */
  readonly absolute: Resolved<Lifetime>;
  /** What stands behind the session: the model id of the store (`'process-memory'` for a library's built-in one). */
  readonly store: Resolved<string>;
  /** The store is another program or a disk: it has not answered yet when the head of the response is sent. */
  readonly slow?: true;
  /** True when an untouched session is stored too (`saveUninitialized`). */
  readonly eagerSave: Resolved<boolean>;
  /** The option that decides it: `at` where it is written, `object` or `call` where it can be set. */
  readonly eagerOption?: { readonly set: readonly string[]; readonly at?: Place; readonly object?: Place; readonly call?: Place; readonly argument?: number };
  /** The record stays in the store when code takes the session away: `req.session = null`. */
  readonly keepsUnset?: true;
  /** Options that the library silently ignores where they stand (`maxAge` beside `cookie`). */
  readonly misplaced: readonly { readonly option: string; readonly instead: string; readonly at: Place }[];
  /** The option that keeps the store from renewing the record, where one is set: then the record lasts as long as the cookie it was written with. */
  readonly notRenewed?: { readonly option: string; readonly at: Place };
  /** The option that keeps the store from removing records that are over, where one is set and no linked file calls a method that removes them. */
  readonly keepsEnded?: {
    readonly option: string;
    readonly at: Place;
    /** The store removes nothing until this option is set: the options it can be set in, and what a suggestion writes. */
    readonly missing?: { readonly object?: Place; readonly code: string };
  };
  /** Options that are a moment, made once when the program starts, where each session needs one of its own. */
  readonly fixed: readonly { readonly option: string; readonly instead: string; readonly at: Place }[];
  readonly remedy?: ExpiryRemedy;
  /** The call sits under a test of the environment (`NODE_ENV`), or is reached only when nothing else is configured. */
  readonly environmentGuard: boolean;
  /**
   * Why memory of the process is right here, where it is: the process is a browser's tab, a workflow engine replays it,
   * or it stands in front of a store that outlives it.
   */
  readonly excuse?: 'browser' | 'durable-workflow' | 'cache';
  /** Stores that outlive the process, the library's usual one first. Comes from the model. */
  readonly durable?: readonly DurableStore[];
  /** The option that, set to this, keeps the sessions beyond the process. Comes from the model. */
  readonly durableOption?: { readonly object: Place; readonly path: readonly string[]; readonly code: string };
}

/** A store that a library's sessions can be kept in. */
export interface DurableStore {
  readonly package: string;
  /** What it is called in code: `RedisStore`. */
  readonly store: string;
  /** Packages of the database behind it: who has one of these can use the store. */
  readonly drivers: readonly string[];
  /** How it ends sessions, as the end of a sentence: `it ends them a day after the last request`. */
  readonly ends: string;
}

/** The parts of a store key. `` `session:${user.id}` `` has quasis `['session:', '']` and one part named `user.id`. */
export interface KeyShape {
  readonly quasis: readonly string[];
  readonly parts: readonly string[];
}

/**
 * Data that has a home elsewhere, or is too much for a session.
 *
 * - `record`: one entity of a database; `records`: a list of them, as long as the query gives
 * - `response`: what an HTTP API answered
 * - `request-body`: all that a client posted
 * - `binary`: a file or other bytes
 */
export type SourceKind = 'record' | 'records' | 'response' | 'request-body' | 'binary';

/** A part of what is written is a copy of such data. */
export interface Copy {
  readonly kind: SourceKind;
  /** Where it is in the written value: `[]` is all of it, `['visits']` a property. */
  readonly path: readonly string[];
  /** The call or place that gave it. */
  readonly source: Place;
  /** The same in words: `['User', 'findById']`. */
  readonly words: readonly string[];
  /** Id of the library model that knows the source. */
  readonly library: string;
  /** A list that is cut to a length. */
  readonly bounded?: true;
  /** Taken over property by property: how many. Absent: it is the data itself. */
  readonly properties?: number;
}

/** Something is put into session memory. One fact for each place in the source, whatever the number of call sites. */
export interface Write extends FactBase {
  readonly fact: 'write';
  readonly memory: Memory;
  /** Property path below the memory's root (`['journey', 'email']`), or the key of a storage call. `'*'` for a dynamic segment. */
  readonly path: readonly string[];
  /** For storage calls: the key as far as it is known. */
  readonly key?: Resolved<KeyShape>;
  /** What is known of the value. */
  readonly value: ValueTraits;
  /** Data of which the value holds a copy, in any case that is known. */
  readonly copies: readonly Copy[];
  /** What further callers of the function around it put here. The key and the value of one caller belong together. */
  readonly others?: readonly Pick<Write, 'path' | 'value' | 'copies'>[];
  /** Only for entries with a lifetime of their own (Redis keys, cookies). */
  readonly lifetime?: Resolved<Lifetime>;
  readonly remedy?: ExpiryRemedy;
  /** For `server-record`: the key holds a session, user, chat or workflow id or a one-time random id, and handlers read or delete it. */
  readonly sessionKeyed: boolean;
  /** For cookies: can scripts of the page not read it? */
  readonly httpOnly?: Resolved<boolean>;
  /** Encrypted by the library: who holds it cannot read it. */
  readonly sealed?: true;
  /** The library keeps what is written only when a {@link Save} follows. */
  readonly needsSave?: NeedsSave;
  /** A field of a store's state, which the store keeps: `at` is where the field stands in the state. */
  readonly keptBy?: KeptBy;
  /**
   * Where a session that needs a save comes from: the call that gave it, or the function that was handed what it
   * belongs to (`req`). Absent where code that is not seen may save it; not so where the response does ({@link Redirect} tells).
   */
  readonly session?: Place;
  /** Call sites that reach this place through wrapper functions. */
  readonly via: readonly Place[];
}

/** The store that keeps a field of its state by itself, and the change with which it leaves the field out. */
export interface KeptBy {
  readonly at: Place;
  readonly leaveOut?: { readonly remove: Place } | { readonly object: Place; readonly set: readonly string[]; readonly code: string };
}

/** How a write reaches the store: by a call, by a call whose result goes out as a header, or by the end of the response. */
export type NeedsSave = 'call' | 'header' | 'response';

/** Session memory is written to its store: `await session.save()`, `commitSession(session)`. */
export interface Save extends FactBase {
  readonly fact: 'save';
  readonly memory: Memory;
  /** The sessions that it may save, by where they come from. */
  readonly sessions: readonly Place[];
  /** The calls that lead to the function around it. Empty: nobody is seen to call it, or it is handed to others too. */
  readonly calls: readonly { readonly file: string; readonly where: ControlPoint }[];
  /** The result must be sent as a header, else nothing is saved. */
  readonly returned?: 'header';
  /** The result is not used: what had to be sent is thrown away. */
  readonly dropped?: true;
}

/**
 * The browser is sent to another page of the same site by a function that writes a session which is saved with the
 * response: `res.redirect('/step-2')`. It may ask for that page before the save is done.
 */
export interface Redirect extends FactBase {
  readonly fact: 'redirect';
  /** Where the written session comes from, as in {@link Write.session}. */
  readonly session: Place;
  /** Code that, around the redirect, saves the session first. Absent where the names for it are not known. */
  readonly saveFirst?: { readonly before: string; readonly after: string };
}

/** Session memory, or a part of it, goes whole to where its reads cannot be followed. */
export interface Escape extends FactBase {
  readonly fact: 'escape';
  readonly memory: Memory;
  /** What goes: `[]` is all of it. */
  readonly path: readonly string[];
  /** `call`: to code that is not known; `logged`, `sent`, `serialised`: as models tell. */
  readonly to: EscapeKind;
}

export type EscapeKind = 'call' | 'logged' | 'sent' | 'serialised';

/** A duration or moment that the code gives to a library, as it is written: what the library's unit makes of it is another matter. */
export interface GivenDuration extends FactBase {
  readonly fact: 'duration';
  readonly memory: Memory;
  /** Name of the option or argument in messages: `cookie.maxAge`, `EX`. */
  readonly option: string;
  /** What the library takes the value for. */
  readonly unit: Unit;
  /** The value before any unit: `3600`, `'3600'`. */
  readonly amount: Resolved<number | string>;
  /** Constant factors of the product that is written, `[1000, 60, 60]`; a single literal is one factor. */
  readonly factors: readonly number[];
  /** A factor that is not constant stands beside them. */
  readonly openProduct: boolean;
  /** Names of constants, properties and parameters that are the whole value: `['ONE_HOUR']`. */
  readonly names: readonly string[];
  /** The expression itself, where it has a place of its own; suggestions write over it. */
  readonly expression?: Place;
  /** The expression is a literal, or a product of literals. */
  readonly plain?: true;
  /** It is a sum in which the present moment stands (`Date.now() + …`), counted in this unit. */
  readonly moment?: 'ms' | 's';
  /** Text of comments on the lines of the expression, and beside the declarations of its names. */
  readonly comments: readonly string[];
}

/** What a stored value is made of, as far as names, literals and calls tell. */
export interface ValueTraits {
  /** The single literal it always is, if it is one: flags and numbers are never secrets. */
  readonly literal?: string | number | boolean | null;
  /** The names that lead to the value: `req.body.password` gives `['req', 'body', 'password']`. */
  readonly names: readonly string[];
  /** Declared type names on the way, `['User']`. */
  readonly types: readonly string[];
  /** Names of the properties that are stored with it (object literals; `JSON.stringify` looked through), as paths. */
  readonly properties: readonly { readonly path: readonly string[]; readonly value: ValueTraits; readonly at: Place }[];
  /** Names of functions the value went through (`encrypt`, `hash`, `sign`, `JSON.stringify`). */
  readonly through: readonly string[];
  /** Names of properties that code reads of the value, here or where it is handed on: it has them, though nobody sees it made. */
  readonly readAs?: readonly string[];
  /** It is all that a person has sent: `req.body`. */
  readonly posted?: true;
  /** The result of one of these calls, in words of the code: `['jwt', 'sign']`. */
  readonly result?: readonly string[];
}

/** A session key is read. */
export interface Read extends FactBase {
  readonly fact: 'read';
  readonly memory: Memory;
  readonly path: readonly string[];
}

/** A session key, record or cookie is removed. */
export interface Clear extends FactBase {
  readonly fact: 'clear';
  readonly memory: Memory;
  readonly path: readonly string[];
  readonly clears: 'key' | 'record' | 'cookie' | 'both';
  /** A new session, without what the old one held, takes its place. */
  readonly renews?: true;
  /** The session as the code names it, where nothing but an assignment or `delete` takes it away: `req.session`. */
  readonly unset?: string;
}

/**
 * Code that ends a person's session, as its name or its address says: a function `logout`, the handlers of `/sign-out`.
 */
export interface End extends FactBase {
  readonly fact: 'end';
  /** `logout`, `/sign-out` */
  readonly name: string;
  /** Places that run on the way: those of its own and those of linked functions that it calls. */
  readonly runs: readonly Place[];
  /** Calls of functions that are not linked and may clear more, by their names: `clearSession()`. */
  readonly further: readonly Place[];
}

/** How a field is identified: canonical meaning, who or what it belongs to, and the words it came from. */
export interface FieldIdentity {
  /** `email`, `tel`, `given-name` … of the taxonomy, or the normalised name itself when the taxonomy has none. */
  readonly meaning: string;
  /** False when the name is ambiguous on its own (`name`, `title`, `code`). */
  readonly strong: boolean;
  /** Role words, sorted: `['billing']`. Fields with different qualifiers are different fields. */
  readonly qualifiers: readonly string[];
  /** As written. */
  readonly name: string;
}

/** A person is asked for a field. */
export interface Ask {
  readonly at: Place;
  /** Absent when the ask does not name its field and no capture could be joined with it. */
  readonly field?: FieldIdentity;
  /** What the person reads, when it is a literal. For messages only, never for identity. */
  readonly text?: string;
  /**
   * The ask already shows or uses what is known (`value: data.email`). `own-answer`: only what this step itself has
   * stored, so that people see an empty field the first time. `unknown` is silence.
   */
  readonly prefilled: 'yes' | 'no' | 'own-answer' | 'unknown';
  /** It is only asked under a condition. `missing`: the condition tests that this field is not there. */
  readonly guard: 'none' | 'missing' | 'other';
  /** The session paths of this field that the condition looks at, for `missing`: `['session', 'email']`. */
  readonly guardedBy?: readonly (readonly string[])[];
  readonly where: ControlPoint;
  /** Index of the step that takes the answer, where that is not simply the next or the same one. */
  readonly takenBy?: number;
  /** How to fill it in; absent where that takes more than one edit. */
  readonly prefill?: Prefill;
}

/** Where the value of a form field goes, and what the page could show there. */
export interface Prefill {
  /** `attribute`: an empty place inside a start tag; `property`: the object literal of a macro's or prompt's parameters. */
  readonly as: 'attribute' | 'property';
  /** The property that shows what is known, where it is not `value`. */
  readonly property?: string;
  readonly at: Place;
  /** Session paths that the page is given, by the expression that names each in the template. */
  readonly known: readonly { readonly path: readonly string[]; readonly expression: string }[];
}

/** An answer enters session memory. */
export interface Capture {
  readonly at: Place;
  readonly memory: Memory;
  readonly field: FieldIdentity;
  /** `['session', 'email']`, `['wizard.state', 'name']`. */
  readonly path: readonly string[];
  readonly where: ControlPoint;
  /** The step can go on without it. */
  readonly skippable?: true;
}

/** One step of a flow: a wizard function, a page. */
export interface FlowStep {
  readonly name: string;
  readonly at: Place;
  readonly asks: readonly Ask[];
  readonly captures: readonly Capture[];
  /** Session paths cleared when the step begins, before or beside its asks. `[]` as a path means everything. */
  readonly clears: readonly (readonly string[])[];
  /** Session paths cleared when the step's answers have been taken: after its own asks, before those of the next step. */
  readonly clearsOnLeave?: readonly (readonly string[])[];
  /** Indexes of steps that can follow, in the flow's `steps`. */
  readonly next: readonly number[];
}

/** Steps in order, from one flow definition (a wizard scene) or one journey (pages that share a session object). */
export interface Flow extends FactBase {
  readonly fact: 'flow';
  readonly name: string;
  /** How people are asked: by messages, which come back to them at any time; by pages; by prompts of one run of a program; by agents, as their instructions tell. */
  readonly medium: 'conversation' | 'pages' | 'prompts' | 'agents';
  readonly steps: readonly FlowStep[];
  /** Steps where people come in. Absent: the first, and those that no step leads to. */
  readonly starts?: readonly number[];
  /** Calls that lead into the flow, as far as linked files show. */
  readonly entries?: readonly FlowEntry[];
}

/** A call that leads into a flow: `ctx.scene.enter('feedback', { email })`. */
export interface FlowEntry {
  readonly at: Place;
  /** The step that it stands in, of the flow at that place; absent: it stands in no flow. */
  readonly from?: { readonly flow: Place; readonly step: number };
  /** What it hands over. */
  readonly carries: readonly Capture[];
}

/** Who an entry of a container belongs to, as its key tells: one session, conversation or run; or one user. */
export type EntryOwner = 'session' | 'user';

/**
 * How the removal of an entry is reached.
 *
 * - `close`: when a session, connection or run ends; `timer`: by the clock; `after`: by the code that put it there
 * - `cap`: when there are too many
 * - `read`: when somebody comes back and finds the entry too old
 * - `command`: when somebody asks for it
 * - `unreached`: nothing that is linked calls it
 */
export type RemovalReach = 'close' | 'timer' | 'after' | 'cap' | 'read' | 'command' | 'unreached';

/** A place that puts something into a container. */
export interface Addition {
  readonly at: Place;
  readonly where: ControlPoint;
  /** It adds to what one entry holds: `histories.get(chatId).push(message)`. */
  readonly intoEntry?: true;
}

/** A place that takes something out of a container. */
export interface Removal {
  readonly at: Place;
  readonly reached: RemovalReach;
}

/** A collection that lives as long as the process, where functions fill it: `const sessions = new Map()` of a module, a field of a service. */
export interface Container extends FactBase {
  readonly fact: 'container';
  /** As the code calls it: `sessions`. */
  readonly name: string;
  readonly kind: 'map' | 'set' | 'object' | 'list';
  /** The class whose field it is. */
  readonly owner?: string;
  /** Absent where keys do not tell. */
  readonly keyedBy?: EntryOwner;
  /** The words of a key that told: `ctx.from.id`. */
  readonly key?: string;
  /** It is called after sessions, conversations or the like, or the class is that keeps it. */
  readonly named?: boolean;
  /** Handlers of requests, messages or events reach what fills it; else who calls is not known. */
  readonly handled: boolean;
  readonly additions: readonly Addition[];
  readonly removals: readonly Removal[];
  readonly reads: readonly Place[];
  /** It is not filled beyond a number that the code tests. */
  readonly capped: boolean;
  /** Code that is not seen may take something out of it. */
  readonly open: boolean;
  /** Names of classes whose instances are put into it: `['WebSocket']`. */
  readonly holds: readonly string[];
  /** Why memory of the process is right here. */
  readonly excuse?: 'browser' | 'durable-workflow';
}

/** A list in session memory gets one more element: `req.session.seen.push(id)`, `session.turns = [...session.turns, turn]`. */
export interface Append extends FactBase {
  readonly fact: 'append';
  readonly memory: Memory;
  readonly path: readonly string[];
  /** The array that is made anew, where it is: `[...session.turns, turn]`. */
  readonly made?: Place;
  /** Data of which what is added holds a copy. */
  readonly copies: readonly Copy[];
  /** Where the same list is made shorter. */
  readonly cuts: readonly Place[];
  /** Where it is begun anew, or removed. */
  readonly resets: readonly Place[];
  /** It is done only while the list is short, or while the element is not in it. */
  readonly limited: boolean;
}

/**
 * The same data is looked up again on a way on which it has just been looked up: by the same call with the same
 * arguments, and nothing between writes, waits, or changes what it is asked by.
 */
export interface RepeatedLookUp extends FactBase {
  readonly fact: 'repeated-look-up';
  /** The call in words: `['User', 'findById']`. */
  readonly words: readonly string[];
  /** `source`: a model knows the query or request that it is or ends in; `name`: it is only called like a look-up. */
  readonly known: 'source' | 'name';
  /** The call that has looked it up before. */
  readonly first: Place;
  /** The call that leads from the function of the first look-up to that of the second, where they are two. */
  readonly through?: Place;
  /** The variable that holds what the first one gave, where both are in one function. */
  readonly held?: string;
}

export type Fact = SessionConfig | Write | Read | Clear | Save | Redirect | Escape | GivenDuration | Flow | Container | Append | RepeatedLookUp | End;

/** What rules see. `scope: 'file'` may prove presence in this file, never absence elsewhere. */
export interface Facts {
  readonly scope: 'file' | 'project';
  readonly sessionConfigs: readonly SessionConfig[];
  readonly writes: readonly Write[];
  readonly reads: readonly Read[];
  readonly clears: readonly Clear[];
  readonly saves: readonly Save[];
  readonly redirects: readonly Redirect[];
  readonly escapes: readonly Escape[];
  readonly durations: readonly GivenDuration[];
  readonly flows: readonly Flow[];
  readonly containers: readonly Container[];
  readonly appends: readonly Append[];
  /** Found when a rule asks for them. */
  readonly ends: readonly End[];
  /** Found when a rule asks for them. */
  readonly repeatedLookUps: readonly RepeatedLookUp[];
  /** Is the file test code, decided on its path below the root? */
  isTest(file: string): boolean;
  /** Dependencies of the nearest package.json; `undefined` where no manifest may be read (ESLint). */
  dependenciesOf(file: string): ReadonlyMap<string, string> | undefined;
}
