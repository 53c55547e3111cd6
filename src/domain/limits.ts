/**
 * How much there may be of anything (docs/domain.md, Limits). Each limit is named once, here; the
 * API refuses more with BAD_USER_INPUT, or with the code in the comment.
 */

/** Characters of a name, a code, a title. */
export const MOST_NAME_CHARACTERS = 100;
/** Characters of a free text. */
export const MOST_TEXT_CHARACTERS = 2000;
export const MOST_ADDRESS_CHARACTERS = 200;
export const MOST_PHONE_CHARACTERS = 30;
/** Addresses of an office to which notices go, and characters of each (RFC 5321). */
export const MOST_NOTICE_ADDRESSES = 5;
export const MOST_MAIL_ADDRESS_CHARACTERS = 254;

/** Where Japan lies, in degrees. */
export const LATITUDES = { from: 20, to: 46 } as const;
export const LONGITUDES = { from: 122, to: 154 } as const;

/** Visits of one delegation, two caregivers at once counted twice (TOO_MANY_VISITS). */
export const MOST_VISITS = 62;
export const MOST_ROUNDS = 10;
/** Rounds that may be added to a delegation (TOO_MANY_ROUNDS). */
export const MOST_ADDED_ROUNDS = 50;
/** Rounds that the process adds for one visit after releases; then it is escalated (rule 49). */
export const MOST_MORE_ROUNDS = 5;
/** Rounds that open in one delegation; then what is free is escalated (rule 49). */
export const MOST_OPENED_ROUNDS = 200;
export const MOST_OFFICES_PER_ROUND = 20;
/** Minutes that an office has to answer, and by which it may ask to extend them. */
export const WINDOW_MINUTES = { from: 5, to: 4320, usual: 30 } as const;
/** Visits and other rows of one client's month in a care plan (TOO_MANY_PLANNED_VISITS). */
export const MOST_PLANNED_VISITS = 300;
/** Bytes of a file of care plans (CAREPLAN_TOO_LARGE). */
export const MOST_CAREPLAN_BYTES = 700_000;
/** Minutes of one visit. */
export const MOST_VISIT_MINUTES = 1440;
/** Two caregivers at once at most (rule 10). */
export const MOST_CAREGIVERS = 2;
/** Visits of one request of several, and of one upload of what a device kept (contract, part 5). */
export const MOST_VISITS_AT_ONCE = { request: 100, upload: 50 } as const;
/** Days of one list of visits (contract, Viewer.visits). */
export const MOST_DAYS_AT_ONCE = 62;
/** Months of one file that is downloaded (contract, Network.exportUrl). */
export const MOST_MONTHS_AT_ONCE = 12;
/** Characters of the filter in the address of such a file. */
export const MOST_FILTER_CHARACTERS = 4_000;
/** Lines of such a file (TOO_EXPENSIVE; rule 49). */
export const MOST_LINES_OF_A_FILE = 20_000;
/** Lines of a file of record sheets, which take a page each. */
export const MOST_SHEETS_OF_A_FILE = 1_000;
/** Tasks of one visit. */
export const MOST_TASKS = 50;
/** Uploads of one record with other content each (TOO_MANY_UPLOADS; rule 49). */
export const MOST_UPLOADS = 10;
/** Versions of one record (TOO_MANY_VERSIONS; rule 49). */
export const MOST_VERSIONS = 50;
/** Punches of one visit that are taken back (TOO_MANY_PUNCHES). */
export const MOST_WITHDRAWN_PUNCHES = 10;
/** Exceptions that are raised between one visit and others (TOO_MANY_EXCEPTIONS; rule 49). */
export const MOST_EXCEPTIONS_BETWEEN = 200;

/*
 * How often what may be said again may be said again, so that no stream grows without end at
 * somebody's will (rule 49). Each counts for who says it, so that nobody uses up what is another's;
 * far more than anybody needs. TOO_MANY_CHANGES, unless another code is named.
 */
/** Changes of an office's details. */
export const MOST_OFFICE_CHANGES = 1000;
/** Half-width characters of an account's holder (HOLDER_TOO_LONG). */
export const MOST_HOLDER_CHARACTERS = 30;
/** Accounts set by one office. */
export const MOST_ACCOUNT_CHANGES = 100;
/** Notices of one office's tasks of one day, and tries to send one of a task. */
export const MOST_NOTICES_A_DAY = 300;
export const MOST_NOTICE_TRIES = 10;
/** Caregivers ever enrolled by one office (TOO_MANY_CAREGIVERS). */
export const MOST_CAREGIVERS_ENROLLED = 1000;
/** Changes of one caregiver, last days of work included. */
export const MOST_CAREGIVER_CHANGES = 200;
/** Enrolments and invitations of one person by one office, or outside offices. */
export const MOST_ENROLMENTS = 100;
/** Changes of one client. */
export const MOST_CLIENT_CHANGES = 1000;
/** Consents given of one client and scope. */
export const MOST_CONSENTS = 50;
/** Imports of one client's month, and files made of it, each by one office. */
export const MOST_IMPORTS = 200;
export const MOST_CAREPLAN_FILES = 100;
/** Joinings and leavings of one office in one network. */
export const MOST_MEMBERSHIP_CHANGES = 100;
/** Appointments to one network. */
export const MOST_APPOINTMENTS = 1000;
/** Terms of a pair proposed by one of the two. */
export const MOST_PROPOSALS = 100;
/** Endings of one version of terms, each on an earlier day. */
export const MOST_ENDINGS = 10;
/** Answers to what became of one uncovered visit. */
export const MOST_OUTCOMES = 10;
/**
 * Changes of one visit's plan proposed by one of the two offices, since the visit was scheduled.
 */
export const MOST_PLAN_CHANGES = 20;
/** Assignments of caregivers to one visit. */
export const MOST_ASSIGNMENTS = 50;
/** Cancellations of one visit at the door: the last is not sent back. */
export const MOST_DOORS = 10;
/** Drafts of one survey. */
export const MOST_DRAFTS = 200;
/** Reminders of one survey (TOO_MANY_REMINDERS). */
export const MOST_REMINDERS = 10;

/**
 * Prices and cancellation bands of one version of terms, which goes into each basis of a price
 * (rule 28).
 */
export const MOST_PRICES = 40;
export const MOST_BANDS = 10;
/** Hundredths of a per cent: 0.01 % to 200 %. */
export const PERCENT_HUNDREDTHS = { from: 1, to: 20_000 } as const;
/** Days until a statement is paid, or counts as confirmed. */
export const MOST_DAYS_TO_PAY = 60;
/** A statement can be looked at for so many days at least, whatever was agreed (rule 35). */
export const LEAST_DAYS_TO_CONFIRM = 5;
/** So many days before it is due, what nobody has disputed may be paid (rule 35). */
export const DAYS_BEFORE_DUE = 10;
/** So long a record may wait to be amended, until the partner office is asked for an amount. */
export const DAYS_TO_AMEND = 14;
/** Yen of one price. */
export const MOST_PRICE_YEN = 10_000_000;
/** Hours of notice that a cancellation band may look at: thirty days. */
export const MOST_NOTICE_HOURS = 720;

/** Lines of one statement that are disputed (TOO_MANY_DISPUTES). */
export const MOST_DISPUTES = 100;
/** Statements of one month of a pair that are voided. */
export const MOST_VOIDS = 10;
/**
 * Approvals of one payment, for one account after another, and failures of it (TOO_MANY_CHANGES).
 */
export const MOST_APPROVALS = 100;
export const MOST_FAILURES = 20;
/** Yen of one transfer: ten digits (AMOUNT_TOO_LONG). */
export const MOST_TRANSFER_YEN = 9_999_999_999;
/** Statements of one bank file, whose text goes into one event. */
export const MOST_TRANSFERS = 100;
/** Lines of one StatementLinesListed. */
export const LINES_PER_EVENT = 100;
/** Lines of one statement (STATEMENT_TOO_LONG). */
export const MOST_LINES = 2500;

/** Networks, questions and options of one survey; the fewest answers that are ever shown. */
export const MOST_SURVEY_NETWORKS = 50;
export const MOST_QUESTIONS = 100;
export const MOST_OPTIONS = 100;
export const MOST_LABEL_CHARACTERS = 200;
/** Characters of one TEXT answer. */
export const TEXT_CHARACTERS = { from: 1, to: MOST_TEXT_CHARACTERS, usual: 400 } as const;
/** Bytes of the largest possible answer to a survey (QUESTIONNAIRE_TOO_LONG). */
export const MOST_ANSWER_BYTES = 36_000;
export const THRESHOLDS = { from: 3, to: 100, usual: 5 } as const;
