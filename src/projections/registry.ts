import { clients } from './clients.ts';
import { delegationBoard } from './delegation-board.ts';
import { directory } from './directory.ts';
import { history } from './history.ts';
import type { Projection } from './projection.ts';
import { statements } from './statements.ts';
import { surveyFrame } from './survey-frame.ts';
import { surveys } from './surveys.ts';
import { visitLedger } from './visit-ledger.ts';
import { visits } from './visits.ts';

/** Every view, in the order in which each event reaches them. */
export const views: readonly Projection[] = [
  directory,
  clients,
  delegationBoard,
  visits,
  visitLedger,
  history,
  statements,
  surveyFrame,
  surveys,
];
