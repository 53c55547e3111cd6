import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { isThisMachine } from '../config.ts';

/** The mail server cannot be reached, or has not taken a mail; says nothing of what stood in it. */
export class MailRefused extends Error {
  /**
   * What the server said, or why it could not be asked: a code, never a text, which may name
   * people.
   */
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'MailRefused';
    this.code = code;
  }
}

export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The same at a repeat, so that whoever has it already knows it again. */
  readonly id: string;
}

/** Sends mail. */
export interface Mailer {
  /** Whether the server answers and lets us in. Throws `MailRefused`. */
  check(): Promise<void>;
  /**
   * Resolves with how many addresses were refused once the server has the mail. Throws
   * `MailRefused`.
   */
  send(mail: Mail): Promise<number>;
  close(): void;
}

const CONNECT_MILLISECONDS = 10_000;
const ANSWER_MILLISECONDS = 30_000;

const problem = z.object({ code: z.string().optional(), responseCode: z.number().optional() });
const refused = (error: unknown): never => {
  const { code = 'UNKNOWN', responseCode } = problem.safeParse(error).data ?? {};
  throw new MailRefused(responseCode === undefined ? code : `${code} ${responseCode}`);
};

/**
 * Mail by SMTP. In production a server on another machine is talked to with TLS alone, by
 * `smtps://` or STARTTLS.
 */
export const smtpMailer = (
  { server, from }: { readonly server: URL; readonly from: string },
  { production }: { readonly production: boolean },
): Mailer => {
  const isSecure = server.protocol === 'smtps:';
  // Of other schemes than the web's own a URL keeps the brackets of an IPv6 address.
  const host = server.hostname.replace(/^\[(.*)\]$/, '$1');
  const isHere = isThisMachine(`http://${server.host}`);
  const transport = createTransport({
    host,
    port: server.port === '' ? (isSecure ? 465 : 587) : Number(server.port),
    secure: isSecure,
    requireTLS: production && !isSecure && !isHere,
    // Nobody listens in between, and a certificate for this machine is nobody's.
    ignoreTLS: isHere,
    ...(server.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }),
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    socketTimeout: ANSWER_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    check: async () => {
      await transport.verify().catch(refused);
    },
    send: async ({ to, subject, text, id }) => {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      const mail = { from, to: [...to], subject, text, messageId: `<${id}@${domain}>`, headers };
      const sent = await transport.sendMail(mail).catch(refused);
      return sent.rejected.length;
    },
    close: () => transport.close(),
  };
};
