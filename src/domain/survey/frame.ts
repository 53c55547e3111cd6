import { type Uuid, uuidOf } from '../ids.ts';
import type { NetworkRole } from '../vocabulary.ts';
import type { Audience, Respondent, SurveyEvent } from './events.ts';

/** As what its office takes part; null for those who belong to none. */
export const OFFICE_ROLE: Readonly<Record<Audience, NetworkRole | null>> = {
  PARTNER_OFFICE: 'PARTNER',
  ASSIST_OFFICE: 'ASSIST',
  CAREGIVER: 'ASSIST',
  CLIENT: null,
  FAMILY: null,
  CARE_MANAGER: null,
};

/** Those who are asked only with their consent SURVEY (rule 37). */
export const NEEDS_CONSENT: readonly Audience[] = ['CLIENT', 'FAMILY'];

/**
 * Who took part in the period, from the events of the survey's networks (rule 37); repeats count
 * once.
 */
export interface Participation {
  /** Partner offices that requested delegations. */
  readonly made: readonly { readonly networkId: Uuid; readonly officeId: Uuid }[];
  /** Assist offices to which visits were allocated. */
  readonly took: readonly { readonly networkId: Uuid; readonly officeId: Uuid }[];
  /** Visits that were made. */
  readonly visits: readonly {
    readonly networkId: Uuid;
    readonly partnerOfficeId: Uuid;
    readonly assistOfficeId: Uuid;
    readonly caregiverId: Uuid;
    readonly clientId: Uuid;
  }[];
  /** Clients whose SURVEY consent is in force on the day of opening. */
  readonly consented: readonly Uuid[];
  /** By client, the partner office on that day, which hands out what is the client's. */
  readonly partnerOf: Readonly<Record<Uuid, Uuid>>;
}
export type FrameGroup = Extract<SurveyEvent, { type: 'SurveyOpened' }>['data']['frame'][number];

/**
 * The frame (rule 37), in the order of respondent ids: per network one for each office and role (an
 * office whose visits were made in the period took part too), one for each caregiver, and for each
 * client visited one as CLIENT, FAMILY and CARE_MANAGER. CLIENT and FAMILY without consent are
 * eligible, but not invited. The id is the same in every survey, so that a panel key joins waves.
 */
export const frameOf = (participation: Participation, audiences: readonly Audience[]): readonly Respondent[] => {
  const byId = new Map<Uuid, Respondent>();
  const add = (
    audience: Audience,
    networkId: Uuid,
    officeId: Uuid,
    person: { caregiverId?: Uuid; clientId?: Uuid } = {},
  ): void => {
    if (!audiences.includes(audience)) return;
    const { caregiverId = null, clientId = null } = person;
    const respondentId = uuidOf('respondent', audience, networkId, caregiverId ?? clientId ?? officeId);
    const invited =
      !NEEDS_CONSENT.includes(audience) || (clientId !== null && participation.consented.includes(clientId));
    if (!byId.has(respondentId))
      byId.set(respondentId, { respondentId, audience, networkId, officeId, caregiverId, clientId, invited });
  };
  for (const { networkId, officeId } of participation.made) add('PARTNER_OFFICE', networkId, officeId);
  for (const { networkId, officeId } of participation.took) add('ASSIST_OFFICE', networkId, officeId);
  for (const { networkId, partnerOfficeId, assistOfficeId, caregiverId, clientId } of participation.visits) {
    add('PARTNER_OFFICE', networkId, partnerOfficeId);
    add('ASSIST_OFFICE', networkId, assistOfficeId);
    add('CAREGIVER', networkId, assistOfficeId, { caregiverId });
    for (const audience of ['CLIENT', 'FAMILY', 'CARE_MANAGER'] as const)
      add(audience, networkId, participation.partnerOf[clientId] ?? partnerOfficeId, { clientId });
  }
  return [...byId.values()].sort((a, b) => (a.respondentId < b.respondentId ? -1 : 1));
};

/** How many are eligible and invited, per audience and network. */
export const frameGroups = (respondents: readonly Respondent[]): FrameGroup[] => {
  const groups = new Map<string, FrameGroup>();
  for (const { audience, networkId, invited } of respondents) {
    const key = `${audience} ${networkId}`;
    const group = groups.get(key) ?? { audience, networkId, eligible: 0, invited: 0 };
    groups.set(key, { ...group, eligible: group.eligible + 1, invited: group.invited + (invited ? 1 : 0) });
  }
  return [...groups.keys()].sort().flatMap((key) => groups.get(key) ?? []);
};
