import { addMonths } from '../../domain/calendar.ts';
import type { MonthIndicators } from '../../domain/evaluation/indicators.ts';
import type { Uuid } from '../../domain/ids.ts';
import { apiError } from '../errors.ts';
import { readyToSay } from '../known-at.ts';
import { networks } from '../network/visibility.ts';
import { offices } from '../office/visibility.ts';
import type { Resolvers } from '../schema/types.gen.ts';
import type { Slice } from '../slice.ts';

export type IndicatorsRow = MonthIndicators & { readonly month: string; readonly networkId: Uuid };

/** So many months are answered at once: each is reckoned from all its visits. */
const MOST_MONTHS = 12;

const resolvers: Resolvers = {
  Network: {
    indicators: async ({ id: networkId }, { from, to, knownAt }, context) => {
      if (to < from)
        throw apiError('BAD_USER_INPUT', { en: 'The last month is before the first.', ja: BACKWARDS }, ['to']);
      if (to > addMonths(from, MOST_MONTHS - 1))
        throw apiError('BAD_USER_INPUT', { en: `Ask for ${MOST_MONTHS} months at most.`, ja: TOO_MANY }, ['to']);
      await readyToSay(context.app, knownAt);
      const asked = { networkId, from, to, knownAt: knownAt ?? null };
      const months = await context.app.questions.ask('indicators', asked);
      return months.map((month) => ({ ...month, networkId }));
    },
  },
  Indicators: {
    network: ({ networkId }, _args, context) => context.found(networks, networkId),
    coverageRate: ({ figures }) => figures.coverageRate.value,
    medianMinutesToAccept: ({ figures }) => figures.medianMinutesToAccept.value,
    p90MinutesToAccept: ({ figures }) => figures.p90MinutesToAccept.value,
    missedRate: ({ figures }) => figures.missedRate.value,
    cancelledRate: ({ figures }) => figures.cancelledRate.value,
    releasedRate: ({ figures }) => figures.releasedRate.value,
    medianHoursToRecord: ({ figures }) => figures.medianHoursToRecord.value,
    medianHoursToVerify: ({ figures }) => figures.medianHoursToVerify.value,
    exceptionRate: ({ figures }) => figures.exceptionRate.value,
    amendedRate: ({ figures }) => figures.amendedRate.value,
    caregiversPerClient: ({ figures }) => figures.caregiversPerClient.value,
    continuityOfCare: ({ figures }) => figures.continuityOfCare.value,
    medianDaysToPayment: ({ figures }) => figures.medianDaysToPayment.value,
    loadGini: ({ figures }) => figures.loadGini.value,
    cases: ({ figures }) => Object.entries(figures).map(([figure, { n }]) => ({ figure, n })),
  },
  OfficeLoad: { office: ({ officeId }, _args, context) => context.found(offices, officeId) },
};

const BACKWARDS = '終わりの月が始まりの月より前になっています。月を確かめてください。';
const TOO_MANY = `一度に求められるのは${MOST_MONTHS}か月までです。期間を短くしてください。`;

/** 評価指標: a network's months in figures. */
export const indicatorSlice: Slice = { resolvers, mutations: {}, rights: [] };
