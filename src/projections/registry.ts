import { bankFilesView } from './bank-files.ts';
import { careplansView } from './careplans.ts';
import { clientsView } from './clients.ts';
import { delegationsView } from './delegations.ts';
import { disputesView } from './disputes.ts';
import { membersView } from './members.ts';
import { networksView } from './networks.ts';
import { officesView } from './offices.ts';
import type { Projection } from './projection.ts';
import { statementsView } from './statements.ts';
import { surveyFrameView } from './survey-frame.ts';
import { surveysView } from './surveys.ts';
import { tasksView } from './tasks.ts';
import { termsView } from './terms.ts';
import { visitsView } from './visits.ts';

/** Every view, in the order in which each event reaches them. */
export const views: readonly Projection[] = [
  officesView,
  membersView,
  networksView,
  termsView,
  clientsView,
  careplansView,
  delegationsView,
  visitsView,
  statementsView,
  disputesView,
  bankFilesView,
  surveyFrameView,
  surveysView,
  tasksView,
];
