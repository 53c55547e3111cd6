import DataLoader from 'dataloader';
import type { CommandApp } from '../commands/command-app.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Driver } from '../processes/driver.ts';
import type { EventFeed } from '../store/event-feed.ts';
import { keyIdOfSealed, type SealedPlace, type VaultKey } from '../store/vault.ts';
import type { SeenType } from './seen-type.ts';
import type { Viewer } from './viewer.ts';

/** What the API stands on. */
export interface ApiApp extends CommandApp {
  readonly driver: Driver;
  readonly feed: EventFeed;
  /** Whether other nodes write to the same log, stamped by other machines. */
  readonly clustered: boolean;
  readonly adminSubjects: readonly string[];
  readonly publicUrl: string;
}

/**
 * One request. Loaders live as long as it does. Its functions are its own properties, because yoga
 * copies the properties of a context into one of its own.
 */
export class ApiContext {
  readonly app: ApiApp;
  /** Null without a token, or for a token without a role. */
  readonly viewer: Viewer | null;
  /** Whether a valid token came with the request. */
  readonly authenticated: boolean;
  readonly requestId: string;
  readonly language: 'ja' | 'en';
  /** `readModelBehind`: a mutation is done and the read model did not reach it in time. */
  readonly outcome = { readModelBehind: false };
  readonly #loaders = new Map<unknown, DataLoader<string, unknown>>();
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
   * A row by id, whoever asks: for what a seen object points to, and to judge rights. One query a
   * type and tick.
   */
  readonly load = async <Row>(type: Pick<SeenType<Row>, 'byIds'>, id: Uuid | null): Promise<Row | null> => {
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
  readonly seeing = async <Row>(type: SeenType<Row>, id: Uuid | null): Promise<Row | null> => {
    const row = await this.load(type, id);
    return row !== null && (await type.sees(row, this)) ? row : null;
  };

  /**
   * Opens a sealed value for this one answer (rule 42); null for null and once its key was
   * destroyed.
   */
  readonly open = async (sealed: string | null | undefined, place: SealedPlace): Promise<string | null> => {
    if (sealed === null || sealed === undefined) return null;
    const id = keyIdOfSealed(sealed);
    let key = this.#keys.get(id);
    if (!key) {
      key = this.app.vault.open(id);
      this.#keys.set(id, key);
    }
    return (await key)?.open(sealed, place) ?? null;
  };
}
