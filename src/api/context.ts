import type { CommandApp } from '../commands/command-app.ts';
import type { Answering, LongQuestions } from '../commands/long-questions.ts';
import type { Uuid } from '../domain/ids.ts';
import type { KeyId } from '../domain/sealed.ts';
import type { Driver } from '../processes/driver.ts';
import type { EventFeed } from '../store/event-feed.ts';
import type { Position } from '../store/event-store.ts';
import { keyIdOfSealed, type SealedField, type VaultKey } from '../store/vault.ts';
import type { Cost } from './cost.ts';
import { apiError } from './errors.ts';
import { type Soon, whenHere } from './soon.ts';
import type { Viewer } from './viewer.ts';
import { type Actors, actors, type RightsOf, type Visibility } from './visibility.ts';

/** What the API is built on. */
export interface ApiApp extends CommandApp {
  readonly driver: Driver;
  readonly feed: EventFeed;
  readonly questions: Answering<LongQuestions>;
  /** Whether other nodes, with clocks of their own, write to the same log. */
  readonly clustered: boolean;
  readonly publicUrl: string;
  /** Told for which office somebody follows what happens, until the function returned is called. */
  readonly presence: { enter(officeId: Uuid): () => void };
}

/**
 * One request. Loaders live as long as it does. Its functions are its own properties, because yoga
 * copies a context's own properties into another object.
 */
export class ApiContext {
  readonly app: ApiApp;
  /** Null without a token, or for a token without a role. */
  readonly viewer: Viewer | null;
  /**
   * Of the request's token, by the machine's clock; null without a token. Subscriptions end then.
   */
  readonly validUntil: number | null;
  readonly requestId: string;
  /** What it has cost so far (rule 49). */
  readonly cost: Cost;
  /** Counts a subscription until the function that it returns is called. Throws RATE_LIMITED. */
  readonly openStream: () => () => void;
  readonly language: 'ja' | 'en';
  /**
   * `done`: a mutation was, or a part of one, whatever becomes of the answer. `readModelBehind`:
   * the read model did not reach its events in time.
   */
  readonly outcome = { done: false, readModelBehind: false };
  readonly #mutated = new Map<string, Promise<unknown>>();
  /** Actors that follow from the viewer alone. */
  readonly base: Actors;
  /** As what the viewer is appointed to networks, as far as this has been asked. */
  readonly appointments = new Map<Uuid, 'CONSULTANT' | 'AUDITOR' | false>();
  /** By type; null where there is none. */
  readonly #rows = new Map<unknown, Map<Uuid, unknown>>();
  /**
   * Up to where the log was known when the first row was read, and when those were that were read
   * later: an answer may take several turns.
   */
  #firstReadAt: Position | null = null;
  readonly #readAt = new Map<object, Position>();
  /** In which roles the viewer stands to a row, by type: judged once per row read. */
  readonly #standings = new Map<string, Map<object, Actors>>();
  readonly #keys = new Map<KeyId, Soon<VaultKey | null>>();

  constructor(
    app: ApiApp,
    request: Pick<ApiContext, 'viewer' | 'validUntil' | 'requestId' | 'cost' | 'openStream' | 'language'>,
  ) {
    this.app = app;
    this.viewer = request.viewer;
    this.validUntil = request.validUntil;
    this.requestId = request.requestId;
    this.cost = request.cost;
    this.openStream = request.openStream;
    this.language = request.language;
    this.base = actors(
      'PUBLIC',
      request.viewer !== null && 'MEMBER',
      request.viewer?.role === 'ADMINISTRATOR' && 'ADMINISTRATOR',
    );
  }

  /** A row by id, whoever asks: for what a visible object points to, and to judge rights. */
  readonly load = <Row>(type: Pick<Visibility<Row>, 'byId'>, id: Uuid | null): Row | null => {
    if (id === null) return null;
    const rows = this.#rowsOf(type);
    const known = rows.get(id);
    if (known !== undefined) return known;
    this.cost.rows(1);
    const row = type.byId(this.app.readModel, id);
    rows.set(id, row);
    if (typeof row === 'object' && row !== null) this.#note(row, this.app.readModel.position);
    return row;
  };

  /** Rows that a list has read: they need not be read again by their ids. */
  readonly keep = <Row extends { readonly id: Uuid }>(
    type: Pick<Visibility<Row>, 'byId'>,
    rows: readonly Row[],
  ): readonly Row[] => {
    const known = this.#rowsOf(type);
    const { position } = this.app.readModel;
    for (const row of rows) {
      if (!known.has(row.id)) known.set(row.id, row);
      this.#note(row, position);
    }
    return rows;
  };

  #note(row: object, position: Position): void {
    this.#firstReadAt ??= position;
    if (position !== this.#firstReadAt) this.#readAt.set(row, position);
  }

  /** Up to where the log was known when a row was read. */
  readonly positionOf = (row: object): Position =>
    this.#readAt.get(row) ?? this.#firstReadAt ?? this.app.readModel.position;

  /** The same rows, standings and keys, as they are now: after a mutation, before each notice. */
  readonly forgetRows = (): void => {
    this.#rows.clear();
    this.#readAt.clear();
    this.#firstReadAt = null;
    this.#standings.clear();
    this.appointments.clear();
    this.#keys.clear();
  };

  /**
   * What a mutation of the request answers, by the field's name in the answer: run once, also where
   * one executor takes the operation over from another.
   */
  readonly once = <Answer>(name: string, run: () => Promise<Answer>): Promise<Answer> => {
    const running = (this.#mutated.get(name) as Promise<Answer> | undefined) ?? run();
    this.#mutated.set(name, running);
    return running;
  };

  /** A row by id if the viewer sees it. */
  readonly visible = <Row extends object>(type: Visibility<Row>, id: Uuid | null): Row | null => {
    const row = this.load(type, id);
    return row !== null && type.sees(row, this) ? row : null;
  };

  /** A row that another one points to: ids in rows come from events of things that exist. */
  readonly found = <Row>(type: Pick<Visibility<Row>, 'byId'>, id: Uuid): Row => {
    const row = this.load(type, id);
    if (row === null) throw apiError('INTERNAL_SERVER_ERROR', 'A row points to nothing.');
    return row;
  };

  /** In which roles the viewer stands to a row. */
  readonly actorsOf = <Row extends object>(type: RightsOf<Row>, row: Row): Actors => {
    let standings = this.#standings.get(type.typeName);
    if (standings === undefined) {
      standings = new Map();
      this.#standings.set(type.typeName, standings);
    }
    const known = standings.get(row);
    if (known !== undefined) return known;
    const standing = type.actors(row, this);
    standings.set(row, standing);
    return standing;
  };

  /**
   * Opens a sealed value for this one answer (rule 42); null for null, and once its key has been
   * destroyed.
   */
  readonly open = (sealed: string | null | undefined, field: SealedField): Soon<string | null> =>
    sealed === null || sealed === undefined
      ? null
      : whenHere(this.#key(keyIdOfSealed(sealed)), (key) => {
          if (key === null) return null;
          const text = key.open(sealed, field);
          this.cost.opened(text);
          return text;
        });

  #key(id: KeyId): Soon<VaultKey | null> {
    const known = this.#keys.get(id);
    if (known !== undefined) return known;
    const coming = this.app.vault.open(id).then((key) => {
      this.#keys.set(id, key);
      return key;
    });
    this.#keys.set(id, coming);
    return coming;
  }

  #rowsOf<Row>(type: Pick<Visibility<Row>, 'byId'>): Map<Uuid, Row | null> {
    let rows = this.#rows.get(type) as Map<Uuid, Row | null> | undefined;
    if (rows === undefined) {
      rows = new Map();
      this.#rows.set(type, rows);
    }
    return rows;
  }
}
