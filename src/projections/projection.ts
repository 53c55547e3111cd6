import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Recorded } from '../store/codec.ts';
import type { AnyEvent, EventOf, EventType } from '../store/event-types.ts';

/**
 * One handler per event type; the keys are the types handled. The same event twice must change
 * nothing.
 */
export type Handlers = { readonly [Type in EventType]?: (event: Recorded<EventOf<Type>>) => void };

/** One handler for every event type of an aggregate. */
export const handlersOf = <Event extends AnyEvent>(
  schema: { readonly options: readonly { readonly shape: { readonly type: { readonly value: Event['type'] } } }[] },
  handler: (event: Recorded<Event>) => void,
): Handlers => Object.fromEntries(schema.options.map(({ shape }) => [shape.type.value, handler])) as Handlers;

/** What handlers write through: statements are prepared once. */
export interface Tables {
  /** Runs an insert, update or delete. */
  run(sql: string, ...values: readonly SqlValue[]): void;
  /** First row as an object, or undefined. */
  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined;
  all<Row>(sql: string, ...values: readonly SqlValue[]): Row[];
}
export type SqlValue = string | number | null;

/**
 * A view: its tables and how events change them. Deterministic: the same log gives the same rows.
 */
export interface Projection {
  readonly name: string;
  /**
   * To be raised with every change of what the handlers write; a new read model is then built
   * beside the old one.
   */
  readonly version: number;
  /** CREATE TABLE and CREATE INDEX statements. */
  readonly schema: string;
  readonly handlers: (tables: Tables) => Handlers;
}

/** `Tables` over one connection. */
export class SqliteTables implements Tables {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  run(sql: string, ...values: readonly SqlValue[]): void {
    this.#prepared(sql).run(...values);
  }

  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.#prepared(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: readonly SqlValue[]): Row[] {
    return this.#prepared(sql).all(...values) as Row[];
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
