import type { DurableStore, EscapeKind, Memory, NeedsSave, SourceKind, Unit, WrittenUnit } from '../facts/index.js';

export type { Unit } from '../facts/index.js';

/** Where a path starts. Never a bare string: a package and a type may share a name (`express-session`, `ioredis`). */
export type From = { readonly package: string } | { readonly global: string } | { readonly type: string };

/**
 * `.`-joined steps: `Member[a,b]`, `Member[any]`, `Return` (result of a call, looked at through `await`), `New`
 * (result of `new`), `Argument[0|last|any]`, `Parameter[0]` (of a function that stands at the place reached so far),
 * `Element`, `Assigned` (the property is written). `Awaited` and TypeScript wrappers are transparent. In a `Read`
 * the path starts at the call itself (`Argument[0].Member[maxAge]`) or, for options, at the options value. There
 * `Argument[n]` also enters a call that was reached (`Member[cookie].Argument[1].Member[maxAge]` for
 * `{ cookie: createCookie('id', { maxAge }) }`), and `Return` what a function gives back.
 */
export type AccessPath = string;

/** `EX` of `'EX', 1800`; empty where the amount stands alone. */
export type LeadingToken = string;

export interface Row {
  readonly from: From;
  readonly path: AccessPath;
  /**
   * Versions of the model's package (a semver range) in which the row holds; absent: all. Where the version in use is
   * not known, rows that may hold must agree, else what they say is unknown.
   */
  readonly versions?: string;
  /**
   * Packages of which the manifest must name one: a framework makes the row's global known without an import, and
   * elsewhere the name is somebody else's. Where no manifest may be read the row does not hold.
   */
  readonly onlyWith?: readonly string[];
  /** Conditions on the call, without which it is not the one that the row tells of: `req.login(user, { keepSessionInfo: true })`. */
  readonly when?: readonly When[];
  /**
   * The place is a plugin, and the row is about the call that it is handed to: `app.register(session, options)`. Whose
   * method that is does not matter, because the plugin itself says what is set up.
   */
  readonly handedTo?: { readonly method: readonly string[]; readonly argument: number; /** The plugin is that property of the argument: `server.register({ plugin: yar, options })`. */ readonly property?: string };
}

/** How to get one value out of a call. A closed list: what these cannot say is added as one more generic reader. */
export type Read =
  | AccessPath
  /** `set(k, v, 'EX', 60)`: the argument after a literal token (case-insensitive). */
  | { readonly reader: 'after-token'; readonly token: readonly string[]; readonly from: number }
  /** `multi().set(k, v).expire(k, 60)`, `.setExpirationTime(x)`: an argument of a later call on the same chain. */
  | { readonly reader: 'chained'; readonly method: readonly string[]; readonly argument: number }
  /** `hSet(k, …)` and, in the same function, `expire(k, 60)` on the same receiver and key. */
  | { readonly reader: 'later-call'; readonly method: readonly string[]; readonly argument: number }
  | { readonly reader: 'first-of'; readonly reads: readonly Read[] }
  /**
   * `await new SignJWT(claims).setExpirationTime('2h').sign(key)`: what a call of `method` on the object that the call
   * is made on was given, wherever in the function that is; without `method`, what the object was made with. `read`
   * starts at that call.
   */
  | { readonly reader: 'builder'; readonly method?: readonly string[]; readonly read: AccessPath }
  /**
   * `app.jwt.sign(claims)` takes what it is not given from where the library is set up: `read` starts at the options of
   * each call that a row of the same model's `configs` tells of. Where no such call is linked, or several are that
   * disagree, it is not known.
   */
  | { readonly reader: 'set-up'; readonly read: AccessPath }
  /**
   * Options that stand in place or are made by a call: `{ cookie: { maxAge } }` and `{ cookie: createCookie('id', { maxAge }) }`.
   * `inside` is read from a call of that function, `inner` from anything else.
   */
  | { readonly reader: 'made-by'; readonly at: AccessPath; readonly call: string; readonly packages: readonly string[]; readonly inside: AccessPath; readonly inner: AccessPath };

/** How to get the entries that one call writes: `mSet([['a', 1], ['b', 2]])`, `storage.local.set({ a: 1, b: 2 })`. */
export type EachRead =
  /** Each property of an object: its name is the key, what it holds the value. */
  | { readonly reader: 'keys-of'; readonly path: AccessPath }
  /** Each element of an array; `key` and `value` are paths below the element: `Member[0]`, `Member[key]`. */
  | { readonly reader: 'elements-of'; readonly path: AccessPath; readonly key: AccessPath; readonly value: AccessPath };

export type When = { readonly read: Read; readonly is: string | number | boolean | null | 'function' | 'number' | 'present' | 'absent' /** Written as `undefined`, which is not the same as left out. */ | 'undefined' };

/** One line of an ordered decision list: the first whose `when` holds decides its clock. */
export interface LifetimeRule {
  readonly when?: readonly When[];
  readonly then:
    | { readonly read: Read; readonly unit: Unit; /** Name of the option in messages. */ readonly option: string }
    | { readonly never: 'default' | 'option' | 'ignored-option'; readonly option?: string }
    | { readonly ms: number }
    | 'browser-close'
    | 'unknown';
  /** `record`: what is stored; `cookie`: what the browser keeps; `absolute`: the end however much the session is used. */
  readonly clock: 'record' | 'cookie' | 'absolute';
  /** Beats the cookie even where the store otherwise follows it: `disableTTL: true`. */
  readonly final?: true;
}

/** What a suggestion writes to bound the life: a property below the options, arguments appended to the call, or a call on what is built. */
export type Remedy =
  | { readonly set: readonly string[]; readonly unit: WrittenUnit; /** Index of the options argument when there is none yet. */ readonly argument?: number }
  /** The literal token that stands before the amount: `'EX', 1800`. */
  | { readonly append: LeadingToken; readonly unit: WrittenUnit; readonly argument: number }
  /** The method that is called on what a `builder` starts with: `new SignJWT(claims).setExpirationTime('30m')`. */
  | { readonly chain: string; readonly unit: WrittenUnit };

export interface ConfigRow extends Row {
  readonly memory: Memory;
  readonly options: AccessPath;
  /** Where they stand when the first place holds no object: `session(app, options)` beside `session(options, app)`. */
  readonly otherOptions?: AccessPath;
  readonly lifetime: readonly LifetimeRule[];
  /** What stands behind the session. Absent: the library keeps it by itself, and `lifetime` says all. */
  readonly store?:
    /** `itself`: without one the library keeps the session in a place of its own. */
    | { readonly read: Read; readonly whenAbsent: 'process-memory' | 'cookie' | 'itself' }
    | { readonly always: 'process-memory' | 'cookie' }
    /** Process memory where one of these holds (`url: ':memory:'`), else the library's own place. */
    | { readonly memoryWhen: readonly When[] };
  /** For what stays in process memory: stores that outlive it, the usual one first. */
  readonly durable?: readonly DurableStore[];
  /** The option that makes it outlive the process: `url: 'file:storage.db'`. */
  readonly durableOption?: { readonly set: readonly string[]; readonly code: string };
  /** The option that says what becomes of the record when code takes the session away (`req.session = null`), and the value with which it is removed. */
  readonly unset?: { readonly read: Read; readonly removes: string };
  readonly eagerSave?: { readonly read: Read; readonly whenAbsent: boolean };
  /** Options that are ignored where they stand; inside of another option as `cookie.maxAge`. */
  readonly misplaced?: readonly { readonly option: string; readonly instead: string }[];
  /** Options that take a moment (`expires: new Date(…)`): right for one session, wrong when made once for all. */
  readonly moments?: readonly { readonly option: string; readonly instead: string; /** The object that holds it, where that is not simply the option before it. */ readonly owner?: Read }[];
  /** Methods that make it ready or close it: where nothing else is done with it, it keeps no sessions. `await saver.setup()` in a migration. */
  readonly preparedBy?: readonly string[];
  /** Calls of what the set-up gives, whose own options may end a session: `commitSession(session, { maxAge })`. */
  readonly endedBy?: { readonly method: readonly string[]; readonly reads: readonly Read[] };
  readonly remedy?: Remedy;
  /** What the place is called. It is set up for sessions only where that says so: `model('Session', schema)`. */
  readonly named?: AccessPath;
}

export interface StoreRow extends Row {
  readonly options: AccessPath;
  readonly lifetime: readonly LifetimeRule[];
  /** Who decides the record's life when both speak. */
  readonly precedence: 'cookie-first' | 'store-first';
  /** The option that stops the renewal of records. */
  readonly notRenewed?: { readonly when: When & { readonly read: AccessPath }; readonly option: string };
  /** Options that stop the removal of records that are over: reads skip those, but they stay. Any `calls` in the project removes them. */
  readonly keepsEnded?: readonly {
    readonly when: When & { readonly read: AccessPath };
    readonly and?: readonly When[];
    readonly option: string;
    readonly calls?: readonly string[];
    /** For an option without which nothing is removed: the value that a suggestion gives it. */
    readonly code?: string;
  }[];
  /** Methods that give the store itself: `new TypeormStore(…).connect(repository)`. */
  readonly fluent?: readonly string[];
  /** The store keeps sessions in this process. */
  readonly inProcess?: true;
  /** It stores before the call returns, as a database in the same process does. */
  readonly immediate?: true;
  /** The store that it adds something to: `enhanceStorage({ storage })`. Where its own lifetime says nothing, that store's holds. */
  readonly wraps?: Read;
  readonly remedy?: Remedy;
}

export interface WriteRow extends Row {
  readonly memory: Memory;
  readonly key?: Read;
  readonly value?: Read;
  /** The field of a hash, where the call names it: `hset(key, 'email', value)`. */
  readonly field?: Read;
  /** The call writes several entries. */
  readonly each?: EachRead;
  /** For cookies: the option that hides the cookie from scripts, and what holds without it; left out where another place may decide that. `never`: what scripts set, scripts can read. */
  readonly httpOnly?: { readonly read: Read; readonly whenAbsent?: boolean } | 'never';
  /** The library encrypts what it writes. */
  readonly sealed?: true;
  readonly needsSave?: NeedsSave;
  /** Gone with the next read: a message that is shown once. */
  readonly once?: true;
  readonly lifetime?: readonly LifetimeRule[];
  readonly remedy?: Remedy;
}

/**
 * A store that keeps its state in the browser by itself, each field of it: `persist((set) => ({ token: '' }), { name })`.
 * Paths start at the call; those of settings below {@link PersistRow.settings}.
 */
export interface PersistRow extends Row {
  /** The state that it begins with. `returned` by a function, that of a `reducer`, or the `value` that stands there. */
  readonly state: { readonly read: AccessPath; readonly as: 'value' | 'returned' | 'reducer' };
  /** Where the state is one value: the key that it is kept under. */
  readonly key?: AccessPath;
  /** Where the settings stand; absent: the call itself. `true` are settings of which none is made, a list has several. */
  readonly settings?: AccessPath;
  /** The storage, and where it stands inside of what makes one of it: `createJSONStorage(() => sessionStorage)`. */
  readonly storage?: { readonly read: AccessPath; readonly inside?: readonly AccessPath[] };
  /** Where it is kept when no storage is named. */
  readonly memory: Memory;
  /** A function that gives what is kept of the state. */
  readonly picked?: AccessPath;
  /** Names of the fields that alone are kept, and of those that are not. Dots lead into a field. */
  readonly only?: AccessPath;
  readonly except?: AccessPath;
  /** Settings with which nobody knows what is kept, or who can read it. */
  readonly hiddenBy?: readonly AccessPath[];
  /** What a suggestion writes to leave fields out: a list of names, or a function that gives the rest. */
  readonly leaveOut?: { readonly set: string; readonly as: 'names' | 'rest' };
}

/** What a value is a state of: `createSlice({ initialState }).reducer`, `ref('')`. */
export interface StateRow extends Row {
  /** The property of the call's result that is meant: `reducer`. */
  readonly property?: string;
  /** Where the state stands; `entries`: each property there has one; `nothing`: it is no state. */
  readonly keeps: { readonly read: AccessPath; readonly entries?: true } | 'nothing';
}

/** A call that removes a key, a record or a cookie. */
export interface ClearRow extends Row {
  readonly memory: Memory;
  readonly key?: Read;
  readonly clears: 'key' | 'record' | 'cookie' | 'both';
  /** A new session, without what the old one held, takes its place: `req.session.regenerate()`. */
  readonly renews?: true;
}

/** A value below which every property is session memory: `req.session`. */
export interface RootRow extends Row {
  readonly memory: Memory;
  readonly name: string;
  readonly needsSave?: NeedsSave;
  readonly sealed?: true;
  /** What is assigned there goes nowhere: `req.cookies` holds what the browser has sent. */
  readonly readOnly?: true;
}

/** Where the parameters of a form field say what it is: paths below them, such as `fieldset.legend.text`. */
export interface FormFieldRead {
  /** The name that it is posted by. The first that is there counts. */
  readonly name: readonly string[];
  /** What people read beside it. */
  readonly label: readonly string[];
  /** What it shows when the page opens. */
  readonly shows: readonly string[];
  /** The list of its choices, each of which may be the one that is shown. */
  readonly choices?: string;
}

/** A function that is declared as this type of a package is handed a value of a model type. */
export interface FunctionType {
  readonly package: string;
  readonly name: string;
  /** Index of the parameter. */
  readonly parameter: number;
  readonly type: string;
  /** The package's type is of an object, and each of its properties is such a function: `Actions`. */
  readonly each?: true;
}

/** A call that makes an agent. The names are those of properties of its settings, which are the first argument. */
export interface AgentRow extends Row {
  readonly name: string;
  readonly instructions: string;
  readonly tools: string;
  /** The agents that it can hand over to; lists of that name are filled afterwards, too. */
  readonly handOffs: string;
}

/** The call that a flow begins with which is one chain of calls. Each says something, or waits for an answer. */
export interface ChainRow extends Row {
  /** What the flow is called: each literal there. */
  readonly flow: Read;
  /** Methods that say something. */
  readonly asks: readonly string[];
  /** The option with which they wait for an answer. */
  readonly waits: string;
  /** Functions that lead out of the flow. */
  readonly leaves: readonly string[];
}

/** A call that asks at a terminal and waits: `inquirer.prompt([{ name: 'email', message }])`, `text({ message })`. */
export interface PromptRow extends Row {
  /** Where the question stands, or several: a list of them, or an object that has each under its name. */
  readonly questions: Read;
  /** The property of a question that names its answer. Absent: the answer is called like what it is given to. */
  readonly name?: string;
  /** Each question is what a function of the object gives: `group({ email: () => text({ message }) })`. */
  readonly returned?: true;
  /** Properties with which a question may be left out, or is asked whatever is known. */
  readonly skips?: readonly string[];
  /** Properties with what the question shows as its answer, the one that suggestions set first. */
  readonly shows?: readonly string[];
  /** Answers that are there already, which are not asked again. */
  readonly known?: Read;
}

/** A call that gives data which has a home elsewhere or may be large, or such a place itself: `User.findById(id)`, `req.body`. */
export interface SourceRow extends Row {
  readonly gives: SourceKind;
  /** Where the data is in the result, when it is not the result itself: `Member[data]`, `Member[rows]`, `Member[json].Return`. */
  readonly data?: readonly AccessPath[];
  /** Where it is as bytes: `Member[arrayBuffer].Return`. */
  readonly bytes?: readonly AccessPath[];
  /** Arguments that, where they stand, pick properties: `select` of Prisma. */
  readonly picks?: readonly Read[];
  /** The argument that names columns; where it is missing, or `*`, they are all there. */
  readonly columns?: Read;
  /** Arguments that, where they stand, cut a list to a length: `take`. */
  readonly bounds?: readonly Read[];
  /** Where the text of an SQL query stands: it gives whole rows only where it names no columns (`select *`). */
  readonly sql?: readonly Read[];
  /** Parameters of a callback, the last argument, that are given what the call else gives, or the data itself. */
  readonly callback?: readonly { readonly parameter: number; readonly gives: 'result' | 'data' }[];
  /** Methods by which the call goes on before the data is there. */
  readonly chain?: QueryChain;
}

/** Methods of a query that is being built, by what they do to its data. Others end what is known. */
export interface QueryChain {
  readonly keeps?: readonly string[];
  readonly bounds?: readonly string[];
  readonly picks?: readonly string[];
  /** Methods that pick what they name: `select('id')`, but not `select()` and `select('*')`. */
  readonly columns?: readonly string[];
  /** One element instead of a list: `.single()`. */
  readonly one?: readonly string[];
  /** Without one of these, as in `columns`, no data is given: `insert(row).returning('*')`. */
  readonly starts?: readonly string[];
  /** Properties of the data that hold all of it again: `_doc` of a document. */
  readonly wholes?: readonly string[];
}

/**
 * What is known about one library, as data: no functions. Checked at load by {@link defineModel} and, in tests,
 * against the real package. Users' models use the same schema.
 */
export interface LibraryModel {
  readonly id: string;
  readonly docs: string;
  readonly packages: readonly string[];
  /** Version(s) of the package the rows were checked against. */
  readonly checkedAgainst: string;
  /** Names for intermediate values. May be recursive: fluent chains. */
  readonly types?: readonly (Row & { readonly name: string })[];
  /** Declared types that are such a value: `import type { Request } from 'express'` is `express.Request`. */
  readonly declaredTypes?: readonly { readonly package: string; readonly name: string; readonly type: string }[];
  /** Declared types of functions, by what those are handed: `const load: PageServerLoad = ({ cookies }) => …`. */
  readonly functionTypes?: readonly FunctionType[];
  /** Its presence makes the shape of a request handler mean something. */
  readonly webFramework?: true;
  /** The weakest tier: parameters of a function with this shape. */
  readonly shapes?: readonly { readonly shape: 'request-handler'; readonly parameter: 'request' | 'response'; readonly type: string }[];
  readonly configs?: readonly ConfigRow[];
  /** Calls that are given a duration, whether or not it is a session's: `schema.index({ at: 1 }, { expires: '1d' })`. */
  readonly durations?: readonly (Row & { readonly memory: Memory; readonly lifetime: readonly LifetimeRule[] })[];
  readonly stores?: readonly StoreRow[];
  readonly writes?: readonly WriteRow[];
  readonly persists?: readonly PersistRow[];
  /** Properties that take a cookie as text: `document.cookie = 'step=2; max-age=1800'`. */
  readonly cookieTexts?: readonly Row[];
  /** Values that are a storage of the browser. */
  readonly storages?: readonly (Row & { readonly memory: Memory })[];
  /** Calls that make a state, or a part of one. */
  readonly states?: readonly StateRow[];
  /** Their writes, reads and deletes are facts. */
  readonly roots?: readonly RootRow[];
  readonly reads?: readonly (Row & { readonly memory: Memory; readonly key?: Read })[];
  /** Calls that give the end of an entry anew, wherever they stand: `expire(key, 60)`. */
  readonly renewals?: readonly (Row & { readonly memory: Memory; readonly key: Read })[];
  /** Calls that read what was written and may be told to take nothing older: `jwtVerify(token, key, { maxTokenAge: '1h' })`. */
  readonly limits?: readonly (Row & { readonly read: Read })[];
  readonly clears?: readonly ClearRow[];
  /** Calls that bring what was written to the store. `session` is what they save, for several sessions in one function. */
  readonly saves?: readonly (Row & { readonly memory: Memory; readonly session?: Read; readonly returned?: 'header' })[];
  /** Calls that take session memory whole: `console.log(req.session)`, `res.json(req.session)`. */
  readonly escapes?: readonly (Row & { readonly argument: AccessPath; readonly to: EscapeKind })[];
  /** Keys that the library itself writes or reads: `cookie`, `passport`, `flash`. */
  readonly ownKeys?: readonly string[];
  /** What a person has sent, as it arrives: `ctx.message`. With it, a stage that session memory keeps puts a bot's handlers in order. */
  readonly answers?: readonly (Row & { /** Properties of it that the person has not written: who sends it, and when. */ readonly except?: readonly string[] })[];
  /** Calls that put a question to a person. */
  readonly asks?: readonly (Row & { readonly text?: Read; /** Property of the parameters that shows what is known as text. */ readonly prefill?: 'value'; /** How a question on a page is described. */ readonly field?: FormFieldRead; readonly answer: 'next-step' | 'form-post' })[];
  /** Calls that put questions to whoever runs a program, one after another, and give the answers. */
  readonly prompts?: readonly PromptRow[];
  /** Agents that are told by a text what to ask for, and hand over to others. */
  readonly agents?: readonly AgentRow[];
  /** Flow definitions that are one chain of calls: `addKeyword('hi').addAnswer('Your name?', { capture: true }, take)`. */
  readonly chains?: readonly ChainRow[];
  /** Calls that keep the properties of an object in the memory of such a flow: `state.update({ name })`. */
  readonly keeps?: readonly (Row & { readonly value: Read; readonly into: string })[];
  /** Flow definitions whose step functions are arguments. */
  readonly steps?: readonly (Row & { readonly flow: Read; /** Index of the first argument that is a step. */ readonly firstStep: number; /** Properties of each step's first parameter where the answer arrives: `message.text`. */ readonly answers: readonly (readonly string[])[] })[];
  /** Calls that lead from one step of such a flow to another: `ctx.wizard.next()`. */
  readonly moves?: readonly (Row & { readonly to: 'next' | 'back' | { /** The index of the step. */ readonly step: Read } | { /** The name of another flow. */ readonly flow: Read; /** An object that is handed over. */ readonly with?: Read; /** The flow's memory that it lands in. */ readonly into: string } })[];
  /** Flow definitions whose handlers are registered by method calls: `scene.enter(ask)`, `scene.on('text', take)`. */
  readonly scenes?: readonly (Row & { readonly flow: Read; readonly enters: readonly string[]; readonly takes: readonly string[]; readonly answers: readonly (readonly string[])[] })[];
  /** Page registrations: `app.get(path, …handlers)`, `app.post(path, …handlers)`. */
  readonly routes?: readonly (Row & { readonly method: 'get' | 'post' | 'all'; readonly pathArgument: number })[];
  /** Calls whose last argument is the address that the browser goes to: `res.redirect(303, '/next')`. */
  readonly redirects?: readonly Row[];
  /** `res.render(view, context)`. */
  readonly renders?: readonly (Row & { readonly template: Read; readonly context: Read; /** The property of requests or responses that every page is given too: `res.locals`. */ readonly shared?: string })[];
  /** Calls and places that give what a session should not hold a copy of. */
  readonly sources?: readonly SourceRow[];
  /** A request's posted fields: `req.body`. */
  readonly posted?: readonly Row[];
  /** Calls that look through to an argument: `asyncHandler(fn)`, `JSON.stringify(x)`, `fn.bind(this)`, `promisify`. */
  readonly passes?: readonly (Row & { readonly to: AccessPath })[];
}
