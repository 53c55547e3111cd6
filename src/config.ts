import { isIP } from 'node:net';
import { z } from 'zod';
import { BANK_SYMBOLS } from './exchange/bank-kana.ts';
import { type TransferFileOptions, USUAL_OPTIONS } from './exchange/bank-transfer.ts';
import {
  type EventStoreAddress,
  EventStoreAddressInvalid,
  eventStoreAddress,
  unsafeIn,
} from './store/event-store-address.ts';
import { isOfTheSystem } from './store/metadata.ts';
import { isVaultAddress, isVerified, VAULT_ADDRESS_SHAPE } from './store/vault-address.ts';

/**
 * What the environment says, checked. No other file reads `process.env`, but for src/main.ts before
 * it imports anything.
 */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly dataDir: string;
  /** Null: the embedded store in the data folder. */
  readonly eventStore: EventStoreAddress | null;
  /** Null: the vault in the data folder, under the master key there. */
  readonly vault: {
    /** Holds a password. */
    readonly url: string;
    /** 32 bytes each; the first wraps, all unwrap. */
    readonly masterKeys: readonly Buffer[];
  } | null;
  /** Null in development: then tokens are signed with the key in the data folder. */
  readonly oidc: { readonly issuer: string; readonly audience: string } | null;
  readonly adminSubjects: readonly string[];
  /** What a bank wants otherwise than usual of its files, by its code. */
  readonly bankFileOptions: ReadonlyMap<string, TransferFileOptions>;
  readonly logLevel: LogLevel;
  /** Null: no notices go out by mail. */
  readonly mail: {
    /** Holds a password, where the server asks for one. */
    readonly server: URL;
    /** Whom notices come from. */
    readonly from: string;
  } | null;
  /** Without a trailing slash; null: the address that the server listens on. */
  readonly publicUrl: string | null;
  /**
   * Development only (rule 7): the file of a clock that several nodes of one machine share; null:
   * the one in the data folder.
   */
  readonly simulatedClock: string | null;
  /**
   * Addresses and ranges of the proxies whose `X-Forwarded-For` is believed; none unless set, as
   * everybody can send that header.
   */
  readonly trustedProxies: readonly string[];
  /** Of the issuer, for commands that call the API (`npm run import`). */
  readonly apiToken: string | null;
}

export type LogLevel = z.infer<typeof logLevel>;

/**
 * The environment does not allow a start; the message has one line per problem, with its variable.
 */
export class ConfigInvalid extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

const logLevel = z.enum(
  ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
  'one of fatal, error, warn, info, debug, trace, silent',
);
const webAddress = z.url({ protocol: /^https?$/, error: 'an address that begins with https:// or http://' });

const SMTP_SHAPE = 'smtp://user:password@host:port, or smtps://, and nothing behind';

const BANK_FILE_SHAPE =
  'JSON, by code of a bank: {"0005": {"separator": "NONE", "symbols": "()-.", "bankNames": false}}; each may be absent';
/** What is absent is as usual. */
const bankFileOptions = z.record(
  z.string().regex(/^\d{4}$/),
  z.strictObject({
    separator: z.enum(['CRLF', 'NONE']).default(USUAL_OPTIONS.separator),
    symbols: z
      .string()
      .refine((symbols) => [...symbols].every((one) => BANK_SYMBOLS.includes(one)))
      .default(USUAL_OPTIONS.symbols),
    bankNames: z.boolean().default(USUAL_OPTIONS.bankNames),
  }),
);

const variables = z.object({
  NODE_ENV: z.enum(['production', 'development'], 'production or development').default('development'),
  // An IPv6 address is written in brackets in addresses of the web, and without them everywhere
  // else.
  HOST: z
    .string()
    .transform((host) => host.replace(/^\[(.*)\]$/, '$1'))
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a whole number from 0 to 65535')
    .default(4000),
  DATA_DIR: z.string().default('./data'),
  EVENTSTORE_URL: z
    .string()
    .transform((url, context) => {
      try {
        return eventStoreAddress(url);
      } catch (error) {
        if (!(error instanceof EventStoreAddressInvalid)) throw error;
        context.addIssue({ code: 'custom', message: error.message });
        return z.NEVER;
      }
    })
    .optional(),
  VAULT_URL: z.string().refine(isVaultAddress, VAULT_ADDRESS_SHAPE).optional(),
  VAULT_MASTER_KEY: z
    .string()
    .transform((list) => list.split(',').map((key) => key.trim()))
    .refine(
      (keys) => keys.every((key) => /^[A-Za-z0-9+/]{43}=$/.test(key)),
      'keys of 32 bytes in base64, with commas between them',
    )
    .transform((keys) => keys.map((key) => Buffer.from(key, 'base64')))
    .optional(),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_AUDIENCE: z.string().optional(),
  ADMIN_SUBJECTS: z
    .string()
    .transform((list) => list.split(',').map((subject) => subject.trim()))
    .refine((subjects) => subjects.every((subject) => subject !== ''), 'subjects with commas between them')
    .refine((subjects) => !subjects.some(isOfTheSystem), 'process and survey are the system itself')
    .optional(),
  BANK_FILE_OPTIONS: z
    .string()
    .transform((text, context) => {
      const options = bankFileOptions.safeParse(parsedOrNull(text));
      if (options.success) return new Map(Object.entries(options.data));
      context.addIssue({ code: 'custom', message: BANK_FILE_SHAPE });
      return z.NEVER;
    })
    .optional(),
  LOG_LEVEL: logLevel.default('info'),
  PUBLIC_URL: webAddress.optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: SMTP_SHAPE })
    .refine((url) => /^smtps?:\/\/[^/?#]+\/?$/.test(url) && new URL(url).hostname !== '', SMTP_SHAPE)
    .transform((url) => new URL(url))
    .optional(),
  MAIL_FROM: z.email('an e-mail address').optional(),
  SIMULATED_CLOCK: z.string().optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((address) => address.trim()))
    .refine((addresses) => addresses.every(isAddressRange), 'addresses, or ranges as 10.0.0.0/8, with commas between')
    .optional(),
  API_TOKEN: z.string().optional(),
});

/** What holds between variables. */
const problemsBetween = (given: Environment): string[] => {
  const production = given.NODE_ENV === 'production';
  const issuer = given.OIDC_ISSUER;
  const problems: string[] = [];
  if (production && issuer === undefined) problems.push('OIDC_ISSUER: needed in production');
  if (production && issuer?.startsWith('http:') && !isThisMachine(issuer))
    problems.push('OIDC_ISSUER: must be https:// in production');
  if (issuer !== undefined && given.OIDC_AUDIENCE === undefined)
    problems.push('OIDC_AUDIENCE: needed with OIDC_ISSUER');
  if (issuer === undefined && given.OIDC_AUDIENCE !== undefined)
    problems.push('OIDC_AUDIENCE: means nothing without OIDC_ISSUER');
  if (issuer === undefined && given.HOST !== undefined && !isLoopback(given.HOST)) {
    problems.push('HOST: without OIDC_ISSUER only this machine may ask: 127.0.0.1, ::1 or localhost');
  }
  problems.push(...problemsOfMail(given, production));
  problems.push(...problemsOfStores(given, production));
  if (production && given.SIMULATED_CLOCK !== undefined) problems.push('SIMULATED_CLOCK: is for development alone');
  return problems;
};

/** A notice names an address to open, which is that of the people. */
const problemsOfMail = (given: Environment, production: boolean): string[] => {
  const problems: string[] = [];
  const isOn = given.SMTP_URL !== undefined;
  if (!isOn && given.MAIL_FROM !== undefined) problems.push('MAIL_FROM: means nothing without SMTP_URL');
  if (isOn && production && given.PUBLIC_URL === undefined)
    problems.push('PUBLIC_URL: needed with SMTP_URL in production');
  return problems;
};

/** Whom notices come from where nothing else is said: of the public address's host. */
const senderAt = (publicUrl: string | undefined): string => {
  const host = publicUrl === undefined ? '' : hostOf(publicUrl);
  return `notices@${/\.[a-z]/.test(host) ? host : 'localhost.localdomain'}`;
};

/**
 * Log and vault (rule 43): nodes on one log share a vault, and its master key. A vault apart from
 * an embedded log is allowed: its copies are then kept apart too.
 */
const problemsOfStores = (given: Environment, production: boolean): string[] => {
  const { EVENTSTORE_URL: log, VAULT_URL: vault, VAULT_MASTER_KEY: masterKey } = given;
  const problems: string[] = [];
  const address = variables.shape.EVENTSTORE_URL.safeParse(log).data;
  if (production && address) problems.push(...unsafeIn(address).map((problem) => `EVENTSTORE_URL: ${problem}`));
  if (production && log !== undefined && vault === undefined)
    problems.push('VAULT_URL: needed with EVENTSTORE_URL in production');
  if (production && vault !== undefined && isVaultAddress(vault) && !isThisMachine(vault) && !isVerified(vault)) {
    problems.push('VAULT_URL: needs sslmode=verify-full in production, unless it is on this machine');
  }
  if (vault !== undefined && masterKey === undefined) problems.push('VAULT_MASTER_KEY: needed with VAULT_URL');
  if (vault === undefined && masterKey !== undefined)
    problems.push('VAULT_MASTER_KEY: means nothing without VAULT_URL');
  return problems;
};

const parsedOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const isAddressRange = (text: string): boolean => {
  const [address = '', length, ...more] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  return (
    most !== undefined && more.length === 0 && (length === undefined || (/^\d{1,3}$/.test(length) && +length <= most))
  );
};
const isLoopback = (host: string): boolean => ['127.0.0.1', '::1', '[::1]', 'localhost'].includes(host);
/** Whether a web address is one of this machine's own. */
export const isThisMachine = (address: string): boolean => isLoopback(hostOf(address));
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : '');

/**
 * The configuration, or `ConfigInvalid` with every problem at once. An empty variable counts as
 * unset.
 */
export const configFrom = (environment: Environment): Config => {
  const given: Environment = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const checked = variables.safeParse(given);
  const problems = [
    ...(checked.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []),
    ...problemsBetween(given),
  ];
  if (!checked.success || problems.length > 0) throw new ConfigInvalid(problems.join('\n'));
  const { data } = checked;
  const production = data.NODE_ENV === 'production';
  return {
    production,
    host: data.HOST,
    port: data.PORT,
    dataDir: data.DATA_DIR,
    eventStore: data.EVENTSTORE_URL ?? null,
    vault: data.VAULT_URL && data.VAULT_MASTER_KEY ? { url: data.VAULT_URL, masterKeys: data.VAULT_MASTER_KEY } : null,
    oidc: data.OIDC_ISSUER && data.OIDC_AUDIENCE ? { issuer: data.OIDC_ISSUER, audience: data.OIDC_AUDIENCE } : null,
    adminSubjects: data.ADMIN_SUBJECTS ?? (production ? [] : ['admin']),
    bankFileOptions: data.BANK_FILE_OPTIONS ?? new Map(),
    logLevel: data.LOG_LEVEL,
    mail: data.SMTP_URL ? { server: data.SMTP_URL, from: data.MAIL_FROM ?? senderAt(data.PUBLIC_URL) } : null,
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    simulatedClock: data.SIMULATED_CLOCK ?? null,
    trustedProxies: data.TRUSTED_PROXIES ?? [],
    apiToken: data.API_TOKEN ?? null,
  };
};

/**
 * The configuration of this process; where it allows no start, says what is wrong and ends the
 * process (exit code 1).
 */
export const configOrExit = (): Config => {
  try {
    return configFrom(process.env);
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    process.stderr.write(`The environment does not allow a start:\n${error.message}\n`);
    process.exit(1);
  }
};

/** The environment of a process that this one starts. */
export const environmentWith = (more: Readonly<Record<string, string>>): Record<string, string | undefined> => ({
  ...process.env,
  ...more,
});
