import DataLoader from 'dataloader';
import type { CommandApp } from '../commands/command-app.ts';
import type { Answering, LongQuestions } from '../commands/long-questions.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Driver } from '../processes/driver.ts';
import type { EventFeed } from '../store/event-feed.ts';
import { keyIdOfSealed, type SealedField, type VaultKey } from '../store/vault.ts';
import { apiError } from './errors.ts';
import type { Viewer } from './viewer.ts';
import type { Actors, RightsOf, Visibility } from './visibility.ts';

/** What the API is built on. */
export interface ApiApp extends CommandApp {
  readonly driver: Driver;
  readonly feed: EventFeed;
  readonly questions: Answering<LongQuestions>;
  /** Whether other nodes, with clocks of their own, write to the same log. */
  readonly clustered: boolean;
  readonly adminSubjects: readonly string[];
  readonly publicUrl: string;
}

/**
 * One request. Loaders live as long as it does. Its functions are its own properties, because yoga
 * copies a context's own properties into another object.
 */
export class ApiContext {
  readonly app: ApiApp;
  /** Null without a token, or for a token without a role. */
  readonly viewer: Viewer | null;
  /** Whether a valid token came with the request. */
  readonly authenticated: boolean;
  readonly requestId: string;
  readonly language: 'ja' | 'en';
  /**
   * `readModelBehind`: a mutation was done, but the read model did not reach its events in time.
   */
  readonly outcome = { readModelBehind: false };
  readonly #loaders = new Map<unknown, DataLoader<string, unknown>>();
  /** In which roles the viewer stands to a row, judged once per row read. */
  readonly #standings = new WeakMap<object, Map<string, Actors | Promise<Actors>>>();
  readonly #keys = new Map<string, Promise<VaultKey | null>>();

  constructor(
    app: ApiApp,
    request: { viewer: Viewer | null; authenticated: boolean; requestId: string; language: 'ja' | 'en' },
  ) {
    this.app = app;
    this.viewer = request.viewer;
    this.authenticated = request.authenticated;
    this.requestId = request.requestId;
    this.language = request.language;
  }

  /**
   * A row by id, whoever asks: for what a visible object points to, and to judge rights. One query
   * per type and tick.
   */
  readonly load = async <Row>(type: Pick<Visibility<Row>, 'byIds'>, id: Uuid | null): Promise<Row | null> => {
    if (id === null) return null;
    let loader = this.#loaders.get(type) as DataLoader<string, Row | null> | undefined;
    if (!loader) {
      loader = new DataLoader<string, Row | null>(async (ids) => type.byIds(this.app.readModel, ids));
      this.#loaders.set(type, loader as DataLoader<string, unknown>);
    }
    return loader.load(id);
  };

  /** The same rows, as they are now: after a mutation. */
  readonly forgetRows = (): void => {
    this.#loaders.clear();
  };

  /** A row by id if the viewer sees it. */
  readonly visible = async <Row extends object>(type: Visibility<Row>, id: Uuid | null): Promise<Row | null> => {
    const row = await this.load(type, id);
    return row !== null && (await type.sees(row, this)) ? row : null;
  };

  /** A row that another one points to: ids in rows come from events of things that exist. */
  readonly found = async <Row>(type: Pick<Visibility<Row>, 'byIds'>, id: Uuid): Promise<Row> => {
    const row = await this.load(type, id);
    if (row === null) throw apiError('INTERNAL_SERVER_ERROR', 'A row points to nothing.');
    return row;
  };

  /** In which roles the viewer stands to a row. */
  readonly actorsOf = <Row extends object>(type: RightsOf<Row>, row: Row): Actors | Promise<Actors> => {
    const standings = this.#standings.get(row) ?? new Map<string, Actors | Promise<Actors>>();
    this.#standings.set(row, standings);
    const standing = standings.get(type.typeName) ?? type.actors(row, this);
    standings.set(type.typeName, standing);
    return standing;
  };

  /**
   * Opens a sealed value for this one answer (rule 42); null for null, and once its key has been
   * destroyed.
   */
  readonly open = async (sealed: string | null | undefined, field: SealedField): Promise<string | null> => {
    if (sealed === null || sealed === undefined) return null;
    const id = keyIdOfSealed(sealed);
    let key = this.#keys.get(id);
    if (!key) {
      key = this.app.vault.open(id);
      this.#keys.set(id, key);
    }
    return (await key)?.open(sealed, field) ?? null;
  };
}
