/** Words that say nothing about the field: `yourEmail`, `user.email`, `emailInput`, `form[email]`. */
const NEUTRAL = [
  'user', 'users', 'your', 'my', 'the', 'of', 'a', 'txt', 'input', 'field', 'form', 'data', 'value', 'values', 'ctrl', 'control',
  'person', 'personal', 'profile', 'primary', 'main', 'details', 'detail', 'info', 'contact', 'account', 'entered', 'enter', 'str', 'section',
];

/**
 * Words that make a field another field: whose it is, which of two, or which end of a range. An applicant's name is
 * not the plain name, and a home phone is not the mobile.
 */
const ROLES = [
  'billing', 'shipping', 'delivery', 'invoice', 'home', 'work', 'office', 'business', 'mailing', 'postal', 'residential', 'correspondence', 'mobile', 'landline', 'fax', 'pager', 'daytime', 'evening', 'emergency',
  'applicant', 'customer', 'client', 'member', 'spouse', 'partner', 'husband', 'wife', 'child', 'children', 'kid', 'baby', 'mother', 'father', 'parent', 'guardian', 'carer', 'sibling', 'dependant', 'dependent',
  'driver', 'passenger', 'traveller', 'traveler', 'visitor', 'prisoner', 'attendee', 'participant', 'witness', 'victim', 'defendant', 'claimant', 'respondent', 'appellant', 'sponsor', 'solicitor', 'representative',
  'recipient', 'sender', 'receiver', 'payer', 'payee', 'buyer', 'seller', 'owner', 'tenant', 'landlord', 'patient', 'doctor', 'student', 'teacher', 'employee', 'employer', 'manager', 'director', 'guarantor', 'beneficiary',
  'company', 'organisation', 'organization', 'agent', 'agency', 'supplier', 'vendor', 'merchant', 'support', 'admin', 'referrer', 'referee', 'friend', 'invitee', 'guest', 'host', 'pet', 'co', 'joint',
  'second', 'secondary', 'third', 'alternate', 'alternative', 'other', 'additional', 'another', 'backup', 'recovery', 'new', 'old', 'previous', 'former', 'current', 'maiden', 'next',
  'start', 'end', 'from', 'to', 'origin', 'destination', 'pickup', 'dropoff', 'departure', 'arrival', 'return', 'min', 'max',
  'confirm', 'confirmation', 'confirmed', 'repeat', 'repeated', 'retype', 'reenter', 'again', 'verify', 'search', 'filter', 'query', 'newsletter', 'lookup',
];

/**
 * Names that many questions share: two captures in `state.answer` are two fields. Also free text, choices and consents,
 * that a later step rightly asks anew.
 */
const SHARED = [
  'answer', 'answers', 'text', 'value', 'values', 'input', 'data', 'result', 'response', 'reply', 'choice', 'option', 'options', 'selection', 'selected', 'action', 'continue', 'submit', 'next', 'back', 'step', 'steps', 'page', 'index', 'cursor',
  'message', 'messages', 'msg', 'comment', 'comments', 'note', 'notes', 'feedback', 'question', 'description', 'reason', 'query', 'search', 'q', 'filter', 'keyword', 'keywords',
  'confirm', 'confirmed', 'confirmation', 'consent', 'agree', 'agreed', 'accept', 'accepted', 'terms', 'yes', 'no', 'yesno', 'csrf', 'token', 'state', 'status', 'flag', 'item', 'items', 'list', 'file', 'files', 'image', 'captcha',
];

/** Last words that make a name a fact about a field and no field: `emailVerified`, `phoneError`, `nameRegex`. */
const STATES = [
  'verified', 'sent', 'valid', 'invalid', 'validated', 'error', 'errors', 'enabled', 'disabled', 'required', 'requested', 'changed', 'exists', 'exist', 'taken', 'available', 'hidden', 'visible', 'touched', 'dirty', 'focused', 'missing', 'provided', 'known', 'skipped', 'done',
  'count', 'length', 'regex', 'pattern', 'format', 'label', 'placeholder', 'hint', 'template', 'body', 'subject', 'schema', 'validator', 'message', 'at', 'ref', 'prompt', 'attempts', 'retries', 'hash', 'list', 'queue', 'service', 'client', 'provider',
];

/** First words that make a name a flag: `isEmailValid`. `hasEmail` is a question of its own and stays a field. */
const FLAGS = ['is', 'are', 'was', 'should', 'can', 'did', 'will', 'show', 'hide', 'skip', 'use', 'needs', 'need', 'requires', 'awaiting', 'waiting', 'ask', 'asked', 'on', 'handle', 'validate', 'send', 'get', 'set'];

/** Words that need company: `name` may be anybody's or anything's. */
const WEAK = ['name', 'names', 'nom', 'nome', 'nombre', 'imya', 'title', 'state', 'code', 'pin', 'number', 'id', 'date', 'amount', 'company', 'security code', 'user', 'contact', 'location', 'age', 'position', 'handle', 'extension', 'via', 'ort', 'land', 'handy', 'portable', 'suite', 'cell', 'mail', 'passport', 'login', 'telegram', 'eta', 'alter', 'pol', 'line 1', 'line 2', 'line 3', 'clave', 'firm', 'region', 'district'];

/** The closed word lists of field names, as sets of lower-case words. `weak` holds phrases without their spaces. */
export const FIELD_WORDS = {
  neutral: new Set(NEUTRAL),
  roles: new Set(ROLES),
  shared: new Set(SHARED),
  states: new Set(STATES),
  flags: new Set(FLAGS),
  weak: new Set(WEAK.map((phrase) => phrase.replaceAll(' ', ''))),
} as const;
