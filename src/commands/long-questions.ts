import type { ReportAsked } from '../documents/evaluation/figures.ts';
import type { Told } from '../documents/paper.ts';
import type { SheetsAsked } from '../documents/record-sheet.ts';
import type { StatementAsked } from '../documents/statement.ts';
import { bankBranch } from '../exchange/bank-branches.ts';
import { type CsvPiece, csvPiece } from '../exchange/csv-file.ts';
import type { CommandApp } from './command-app.ts';
import { indicators } from './indicators.ts';
import { previewSettlement } from './settlement.ts';
import { surveyAnswers } from './survey-answers.ts';
import { surveyResults } from './survey-results.ts';

/** What a long question is answered from: nothing is written, no key is opened. */
export type QuestionApp = Pick<CommandApp, 'store' | 'loop' | 'readModel'>;

export interface AskOptions {
  readonly told?: Told | undefined;
  /** The next part of what has begun: before all that wait, and however many do. */
  readonly continues?: boolean;
}

/** Questions by name. What is asked and answered is plain data: it goes from thread to thread. */
export type Questions = Readonly<Record<string, (app: QuestionApp, asked: never, told: Told) => unknown>>;

/** Whoever answers long questions beside the main thread. */
export interface Answering<All extends Questions> {
  /**
   * Answers from the read model at least as new as it is now. Throws `Unanswered` where it takes
   * too long or too many wait, and what the question throws.
   */
  ask<Name extends keyof All & string>(
    name: Name,
    asked: Parameters<All[Name]>[1],
    options?: AskOptions,
  ): Promise<Awaited<ReturnType<All[Name]>>>;
}

/** Not answered in time, or not asked at all; the caller may ask again later. */
export class Unanswered extends Error {}

/** The names of banks and their branches, in the order in which they are asked for. */
const bankBranches = (_app: QuestionApp, asked: readonly { bankCode: string; branchCode: string }[]) =>
  Promise.all(asked.map(({ bankCode, branchCode }) => bankBranch(bankCode, branchCode)));

/**
 * What takes too long to be answered between pages. A new one is written here, takes what it needs
 * from `QuestionApp`, and is asked with `app.questions.ask`.
 */
export const longQuestions = {
  settlementPreview: previewSettlement,
  surveyResults,
  surveyAnswers,
  indicators,
  bankBranches,
  csvPiece: (_app: QuestionApp, piece: CsvPiece) => csvPiece(piece),
  // What draws is loaded where it is first needed.
  statementPdf: async (_app: QuestionApp, asked: StatementAsked, told: Told) => {
    const { statementPdf } = await import('../documents/statement.ts');
    await statementPdf(asked, told);
  },
  recordSheetsPdf: async (_app: QuestionApp, asked: SheetsAsked, told: Told) => {
    const { recordSheetsPdf } = await import('../documents/record-sheet.ts');
    await recordSheetsPdf(asked, told);
  },
  evaluationReport: async (_app: QuestionApp, asked: ReportAsked) => {
    const { evaluationReport } = await import('../documents/evaluation/report.ts');
    return evaluationReport(asked);
  },
} satisfies Questions;
export type LongQuestions = typeof longQuestions;
