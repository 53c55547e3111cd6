import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { execute, type GraphQLSchema } from 'graphql';
import type { LongQuestions } from '../../commands/long-questions.ts';
import type { Account } from '../account.ts';
import type { ApiApp, ApiContext } from '../context.ts';
import { apiError } from '../errors.ts';
import { checkCost } from '../limits.ts';

/** What a page of a list must answer, to be followed by the next. */
interface Page<Node> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

/** Of the whole: so much is told once everything has been read. */
const READ_SHARE = 0.4;
/** What a line costs to be made beside the main thread, in units (`Account`). */
const UNITS_A_LINE = { csvFile: 5, statementPdf: 200, recordSheetsPdf: 1_000, evaluationReport: 5_000 } as const;

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
   * All nodes of a list, page by page; null where the first page is null, as its owner may not be
   * seen. Throws TOO_EXPENSIVE for more than `most`. `part`: which of how many lists this is.
   */
  async all<Node>(
    read: (after: string | null) => Promise<Page<Node> | null | undefined>,
    { most, part = 0, parts = 1 }: { readonly most: number; readonly part?: number; readonly parts?: number },
  ): Promise<Node[] | null> {
    const nodes: Node[] = [];
    for (let after: string | null = null; ; ) {
      const page: Page<Node> | null | undefined = await read(after);
      if (!page) return null;
      if (page.totalCount > most) throw tooMany(most);
      nodes.push(...page.edges.map(({ node }) => node));
      this.share = (READ_SHARE * (part + nodes.length / Math.max(page.totalCount, 1))) / parts;
      if (!page.pageInfo.hasNextPage) return nodes;
      after = page.pageInfo.endCursor ?? null;
    }
  }

  /**
   * A document of so many lines, made beside the main thread. Throws `Unanswered` where it takes
   * too long, or too many wait.
   */
  async made<Name extends keyof typeof UNITS_A_LINE>(
    name: Name,
    asked: Parameters<LongQuestions[Name]>[1],
    lines: number,
  ): Promise<Awaited<ReturnType<LongQuestions[Name]>>> {
    this.share = READ_SHARE;
    this.#account.useBeside(lines * UNITS_A_LINE[name]);
    return this.app.questions.ask(name, asked, (share) => {
      this.share = READ_SHARE + (1 - READ_SHARE) * share;
    });
  }
}

/** TOO_EXPENSIVE: a file holds no more lines than so many. */
export const tooMany = (most: number) =>
  apiError('TOO_EXPENSIVE', {
    en: `A file holds no more than ${most} lines; ask for fewer months or narrow the filter.`,
    ja: `一つのファイルは${most.toLocaleString('ja')}行までです。月数を減らすか、条件をしぼって、もう一度行ってください。`,
  });
