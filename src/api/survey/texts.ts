import { randomInt } from 'node:crypto';
import { knownNames } from '../../commands/known-names.ts';
import { dayOf } from '../../domain/calendar.ts';
import { streamOf, type Uuid } from '../../domain/ids.ts';
import type { Question } from '../../domain/survey/events.ts';
import type { QuestionFigures } from '../../domain/survey/figures.ts';
import { shuffled } from '../../domain/survey/gathering.ts';
import { blackingOut } from '../../domain/survey/names.ts';
import { surveysByIds } from '../../projections/surveys.ts';
import { keyIdOfSealed } from '../../store/vault.ts';
import type { ApiContext } from '../context.ts';

const LOT = 2 ** 47;

type BlackOut = (text: string) => string;
/** By request and networks, as names are opened for one answer (rule 42). */
const blackOuts = new WeakMap<ApiContext, Map<string, Promise<BlackOut>>>();

const blackOutOf = (context: ApiContext, networkIds: readonly Uuid[]): Promise<BlackOut> => {
  const ofRequest = blackOuts.get(context) ?? new Map<string, Promise<BlackOut>>();
  blackOuts.set(context, ofRequest);
  const networks = networkIds.toSorted().join();
  const making =
    ofRequest.get(networks) ??
    knownNames(context.app, networkIds, dayOf(context.app.clock.now()), (rows) => context.cost.rows(rows)).then(
      blackingOut,
    );
  ofRequest.set(networks, making);
  return making;
};

/** The survey whose text key seals a text. */
const surveyIdOf = (sealed: string): Uuid => keyIdOfSealed(sealed).slice('survey-text/'.length);

/**
 * Texts as they may be read: without the names known in the networks, in random order (rule 40).
 */
export const textsShown = async (
  { texts, question }: Pick<QuestionFigures, 'texts'> & { readonly question: Pick<Question, 'code'> },
  context: ApiContext,
): Promise<string[]> => {
  if (texts.length === 0) return [];
  const ids = [...new Set(texts.map(surveyIdOf))];
  const networkIds = [...new Set(surveysByIds(context.app.readModel, ids).flatMap((survey) => survey.networkIds))];
  const blackOut = await blackOutOf(context, networkIds);
  const opened = await Promise.all(
    texts.map((sealed) =>
      context.open(sealed, { stream: streamOf('answer', surveyIdOf(sealed)), path: `answers.${question.code}` }),
    ),
  );
  const shown = opened.flatMap((text) => (text === null ? [] : [blackOut(text)]));
  return [
    ...shuffled(
      shown,
      shown.map(() => randomInt(LOT) / LOT),
    ),
  ];
};
