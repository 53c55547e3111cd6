import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Smtp {
  readonly url: string;
  /** As they were taken: whole, with their heads. */
  readonly mails: { readonly to: readonly string[]; readonly raw: string }[];
  /** Connections so far. */
  readonly connections: number;
  /**
   * What is refused next, once each: the connection, an address, or the mail, which may also be cut
   * off; or who sends is left to wait for ever.
   */
  readonly refuse: ('CONNECTION' | 'ADDRESS' | 'WAIT' | 'MAIL' | 'CUT')[];
  /** Resolves once so many mails have been taken; rejects after 15 s. */
  until(count: number): Promise<void>;
  /** Resolves once nothing is left to be refused. */
  refused(): Promise<void>;
}

/** What a mail says, without its head. */
export const textOfMail = ({ raw }: Smtp['mails'][number]): string => {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const encoded = body.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(encoded, 'base64').toString();
  const bytes = encoded
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
};

/** TLS from the first byte, and who may come in. */
export interface SmtpDoor {
  readonly secure: boolean;
  readonly login: { readonly user: string; readonly password: string };
  /** Unless given one that nobody trusts. */
  readonly certificate?: { readonly key: string; readonly cert: string };
}

/** A mail server on this machine until `t` ends; without a door it takes all mail. */
export const startSmtp = async (
  t: { teardown(done: () => Promise<unknown>): void },
  door: SmtpDoor | null = null,
): Promise<Smtp> => {
  const mails: { to: string[]; raw: string }[] = [];
  const refuse: Smtp['refuse'] = [];
  let connections = 0;
  let news = Promise.withResolvers<void>();
  const tell = (): void => {
    news.resolve();
    news = Promise.withResolvers();
  };
  const isNext = (what: Smtp['refuse'][number]): boolean => {
    if (refuse[0] !== what) return false;
    refuse.shift();
    tell();
    return true;
  };
  const failing = (code: number): Error =>
    Object.assign(new Error('kanaria@example.jp is refused'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: door === null,
    secure: door?.secure ?? false,
    ...door?.certificate,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) => {
      const isKnown = door !== null && username === door.login.user && password === door.login.password;
      done(isKnown ? null : failing(535), { user: username ?? '' });
    },
    onConnect: (_session, done) => {
      connections += 1;
      done(isNext('CONNECTION') ? failing(421) : null);
    },
    onRcptTo: (_address, _session, done) => {
      if (!isNext('WAIT')) done(isNext('ADDRESS') ? failing(550) : null);
    },
    onData: (stream, { envelope }, done) => {
      void text(stream).then((raw) => {
        if (isNext('CUT')) {
          for (const connection of server.connections) connection.close();
          return;
        }
        if (isNext('MAIL')) return done(failing(451));
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), raw });
        done();
        tell();
      });
    },
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  t.teardown(() => new Promise<void>((closed) => server.close(() => closed())));
  const wait = async (done: () => boolean, said: () => string): Promise<void> => {
    const late = AbortSignal.timeout(15_000);
    while (!done()) {
      if (late.aborted) throw new Error(said());
      await Promise.race([news.promise, once(late, 'abort')]);
    }
  };
  const address = listening.address();
  const begin = door?.secure ? 'smtps://localhost' : 'smtp://127.0.0.1';
  return {
    url: `${begin}:${typeof address === 'object' ? address?.port : ''}`,
    mails,
    refuse,
    get connections() {
      return connections;
    },
    until: (count) =>
      wait(
        () => mails.length >= count,
        () => `${mails.length} mails in 15 s`,
      ),
    refused: () =>
      wait(
        () => refuse.length === 0,
        () => 'nothing was refused in 15 s',
      ),
  };
};
