import { Readable } from 'node:stream';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { execute, type GraphQLSchema } from 'graphql';
import type { AskOptions, LongQuestions } from '../../commands/long-questions.ts';
import type { Account } from '../account.ts';
import type { ApiApp, ApiContext } from '../context.ts';
import { apiError } from '../errors.ts';
import { checkCost } from '../limits.ts';
import { MOST_FIRST } from '../paging.ts';

/** A page of a list; how many nodes the whole list holds is said where it is asked for. */
interface Page<Node> {
  readonly totalCount?: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly edges: readonly { readonly node: Node }[];
}
/** Reads a page of a list; null where its owner may not be seen. */
export type ReadPage<Node> = (page: {
  readonly first: number;
  readonly after: string | null;
  readonly counts: boolean;
}) => Promise<Page<Node> | null | undefined>;
/** Lists of one file, one after the other, and how many nodes they may hold together. */
export interface Lists<Node> {
  readonly lists: readonly ReadPage<Node>[];
  readonly most: number;
}

/** Of a document that is drawn: so much is told once everything has been read. */
const READ_SHARE = 0.4;
/** What a line costs to be made beside the main thread, in units (`Account`). */
const UNITS_A_LINE = { csvPiece: 5, statementPdf: 200, recordSheetsPdf: 1_000, evaluationReport: 5_000 } as const;

/**
 * One download while it is being made (rule 49). It reads through the API, as the one who
 * downloads: page by page, each with the rights of that moment and in its turn, so that nobody
 * waits for it and a role that ends in between ends the download too (rule 47).
 */
export class Making {
  readonly app: ApiApp;
  readonly #schema: GraphQLSchema;
  readonly #account: Account;
  readonly #contextNow: () => Promise<ApiContext>;
  /** From 0 to 1. */
  share = 0;

  /** `contextNow`: of who asks, as they stand now; throws once they may ask no more. */
  constructor(of: {
    readonly app: ApiApp;
    readonly schema: GraphQLSchema;
    readonly account: Account;
    readonly contextNow: () => Promise<ApiContext>;
  }) {
    this.app = of.app;
    this.#schema = of.schema;
    this.#account = of.account;
    this.#contextNow = of.contextNow;
  }

  /** Does something as the one who downloads, in its turn. Throws TOO_EXPENSIVE. */
  async inTurn<Value>(act: (context: ApiContext) => Promise<Value>): Promise<Value> {
    if (this.#account.secondsToWait > 0)
      throw apiError('TOO_EXPENSIVE', `Too much was asked for; try again in ${this.#account.secondsToWait} s.`);
    const turn = this.#account.begin();
    if (turn !== null) await turn;
    try {
      return await act(await this.#contextNow());
    } finally {
      this.#account.end();
    }
  }

  /** What the API answers to a query. Throws the first error of the answer. */
  ask<Result, Variables extends Readonly<Record<string, unknown>>>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result> {
    return this.inTurn(async (context) => {
      const schema = this.#schema;
      checkCost({ schema, document, operationName: null, variableValues: variables }, context.cost);
      const { data, errors } = await execute({ schema, document, contextValue: context, variableValues: variables });
      if (context.cost.exceeded) throw context.cost.exceeded;
      if (errors?.[0]) throw errors[0];
      return data as Result;
    });
  }

  /**
   * How many nodes the lists hold together. Throws NOT_FOUND where their owner may not be seen, and
   * TOO_EXPENSIVE for too many.
   */
  async count<Node>({ lists, most }: Lists<Node>): Promise<number> {
    let count = 0;
    for (const read of lists) count += found(await read({ first: 1, after: null, counts: true })).totalCount ?? 0;
    if (count > most) throw tooMany(most);
    return count;
  }

  /**
   * All nodes of the lists, page by page, each read when whoever asks is done with the one before;
   * of an empty list an empty page. Throws as `count` does, where that has changed meanwhile too.
   */
  async *pages<Node>({ lists, most }: Lists<Node>): AsyncGenerator<readonly Node[]> {
    let count = 0;
    for (const read of lists) {
      for (let after: string | null = null, hasNext = true; hasNext; ) {
        const { edges, pageInfo }: Page<Node> = found(await read({ first: MOST_FIRST, after, counts: false }));
        count += edges.length;
        if (count > most) throw tooMany(most);
        yield edges.map(({ node }) => node);
        after = pageInfo.endCursor ?? null;
        hasNext = pageInfo.hasNextPage;
      }
    }
  }

  /** All nodes of the lists at once. Throws as `count` does. */
  async all<Node>(asked: Lists<Node>): Promise<Node[]> {
    const count = await this.count(asked);
    const nodes: Node[] = [];
    for await (const page of this.pages(asked)) {
      nodes.push(...page);
      this.share = READ_SHARE * Math.min(1, nodes.length / Math.max(count, 1));
    }
    return nodes;
  }

  /**
   * What is made of so many lines beside the main thread. Throws `Unanswered` where it takes too
   * long, or too many wait.
   */
  async made<Name extends keyof typeof UNITS_A_LINE>(
    name: Name,
    asked: Parameters<LongQuestions[Name]>[1],
    lines: number,
    options?: AskOptions,
  ): Promise<Awaited<ReturnType<LongQuestions[Name]>>> {
    this.#account.useBeside(lines * UNITS_A_LINE[name]);
    return this.app.questions.ask(name, asked, options);
  }

  /**
   * A document of so many lines, as it is drawn. Who reads it slowly holds up nobody who waits for
   * the thread: what is drawn and not read yet waits here, which the number of lines bounds.
   */
  drawn<Name extends 'statementPdf' | 'recordSheetsPdf'>(
    name: Name,
    asked: Parameters<LongQuestions[Name]>[1],
    lines: number,
  ): Readable {
    const document = new Readable({ read: () => {} });
    const told: AskOptions['told'] = (said) => {
      if ('piece' in said) document.push(said.piece);
      else this.share = READ_SHARE + (1 - READ_SHARE) * said.share;
    };
    this.made(name, asked, lines, { told }).then(
      () => document.push(null),
      (error) => document.destroy(error),
    );
    return document;
  }
}

const found = <Node>(page: Page<Node> | null | undefined): Page<Node> => {
  if (!page) throw apiError('NOT_FOUND', NOT_THERE);
  return page;
};

/** NOT_FOUND: of a file that is not there, as of one that is not for who asks. */
export const NOT_THERE = {
  en: 'There is no such file, or it is not for you to see.',
  ja: 'ファイルが見つからないか、表示できません。画面を開き直して、もう一度選んでください。',
};

/** TOO_EXPENSIVE: a file holds no more lines than so many. */
export const tooMany = (most: number) =>
  apiError('TOO_EXPENSIVE', {
    en: `A file holds no more than ${most} lines; ask for fewer months or narrow the filter.`,
    ja: `一つのファイルは${most.toLocaleString('ja')}行までです。月数を減らすか、条件をしぼって、もう一度行ってください。`,
  });
