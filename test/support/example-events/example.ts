import type { Instant } from '../../../src/domain/calendar.ts';
import {
  agreementIdOf,
  clientIdOf,
  createdIdOf,
  invitationIdOf,
  memberIdOf,
  officeIdOf,
  planIdOf,
  plannedVisitIdOf,
  settlementIdOf,
  statementIdOf,
  type Uuid,
  uuidOf,
  visitIdOf,
} from '../../../src/domain/ids.ts';
import type { KeyId } from '../../../src/domain/sealed.ts';
import type { EventOf, EventType } from '../../../src/store/event-types.ts';

interface ExampleEvent<Type extends EventType> {
  readonly type: Type;
  readonly data: EventOf<Type>['data'];
  readonly occurredAt?: Instant;
}

/**
 * Believable events of one type: with every part that may be absent or null, and with none of them;
 * `further` where a part may be either of the two.
 */
export interface Example<Type extends EventType> {
  readonly stream: string;
  readonly full: ExampleEvent<Type>;
  readonly bare: ExampleEvent<Type>;
  readonly further: readonly ExampleEvent<Type>[];
}
export type ExamplesOf<Type extends EventType> = { readonly [Each in Type]: Example<Each> };

/** Makes the examples of one stream; `bare` is left out where only the time may be absent. */
export const examplesIn =
  (stream: string) =>
  <Type extends EventType>(
    type: Type,
    full: EventOf<Type>['data'],
    bare: EventOf<Type>['data'] = full,
    ...further: readonly EventOf<Type>['data'][]
  ): Example<Type> => ({
    stream,
    full: { type, data: full, occurredAt: '2026-06-11T15:00:00.000Z' },
    bare: { type, data: bare },
    further: further.map((data) => ({ type, data })),
  });

/** Stands for a text sealed with a key; nothing opens it. */
export const sealed = (keyId: KeyId, text: string): string =>
  `sealed:1:${keyId}:${Buffer.from(text).toString('base64url')}`;

const network = createdIdOf('network', 'admin', 'example');
const partner = officeIdOf('1371100001');
const assist = officeIdOf('1371100019');
const delegation = createdIdOf('delegation', 'coordinator', 'example');
const settlement = settlementIdOf(network, partner, assist);
const survey = createdIdOf('survey', 'consultant', 'example');
const respondent = uuidOf('respondent', 'CAREGIVER', network, uuidOf('caregiver', 'example'));

const plan = planIdOf(clientIdOf(network, 'C-001'), '2026-06');
/** As the care plan has the example's visit. */
export const planned = {
  serviceCode: '115121',
  plannedStart: '2026-06-12T01:00:00.000Z',
  plannedEnd: '2026-06-12T02:00:00.000Z',
  times: 1,
};

/** Who takes part in the example events: one network, two offices, a client and a visit. */
export const EXAMPLE_IDS = {
  network,
  partner,
  assist,
  caregiver: uuidOf('caregiver', 'example'),
  member: memberIdOf('coordinator'),
  viewer: memberIdOf('consultant'),
  agreement: agreementIdOf(network, partner, assist),
  client: clientIdOf(network, 'C-001'),
  delegation,
  visit: visitIdOf(delegation, 0),
  pairedVisit: visitIdOf(delegation, 1),
  plan,
  plannedVisit: plannedVisitIdOf(plan, partner, planned, 0),
  change: uuidOf('change', 'example'),
  settlement,
  statement: statementIdOf(settlement, 1),
  nextStatement: statementIdOf(settlement, 2),
  survey,
  respondent,
  invitation: invitationIdOf(survey, respondent),
} as const satisfies Readonly<Record<string, Uuid>>;
