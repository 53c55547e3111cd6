import { addMinutes, type Day, dayOf, type Instant, type Month, toInstant } from '../src/domain/calendar.ts';
import { type ApiClient, Refused } from './api-client.ts';
import { providerNumberWith } from './provider-number.ts';

/** What the builder needs of a client: it answers what was asked for and throws what is refused. */
export type Api = Pick<ApiClient, 'mutate' | 'query'>;

/** Whoever acts: an office acts through its coordinator. */
interface Actor {
  readonly subject: string;
}
export interface Office extends Actor {
  readonly id: string;
}
export interface Caregiver extends Actor {
  readonly id: string;
}
export interface Delegation {
  readonly id: string;
  readonly visits: readonly { visitId: string; plannedStart: string; plannedEnd: string }[];
}

export interface Statement {
  readonly id: string;
  readonly totalYen: number;
  readonly dueOn: string;
  readonly contentHash: string;
  readonly subtotals: readonly { netYen: number }[];
  readonly lines: { readonly totalCount: number };
}

type Input = Readonly<Record<string, unknown>>;
const ADMIN: Actor = { subject: 'admin' };

/** A row of a delegation. */
export const visitFrom = (start: string, minutes = 45, service = 'PHYSICAL_CARE') => ({
  service,
  minutes,
  plannedStart: start,
  plannedEnd: addMinutes(toInstant(start), minutes),
});

/** 年度: from April to March. */
const fiscalYearOf = (day: Day): number => Number(day.slice(0, 4)) - (day.slice(5) < '04' ? 1 : 0);

/**
 * A moment in the life of a network: what people do through the public API to set it up, and with
 * its visits. Whatever is refused is thrown.
 */
export class Moment {
  readonly #api: Api;
  /** Simulated time; without it the server's own. */
  readonly at: string | undefined;

  constructor(api: Api, at?: string) {
    this.#api = api;
    this.at = at;
  }

  get #day(): string {
    return dayOf(toInstant(this.at ?? Date.now()));
  }

  /** The same network at another time. */
  later(at: Instant): Moment {
    return new Moment(this.#api, at);
  }

  /** Sends a mutation as somebody (null: without a token), for what has no name of its own here. */
  send(as: Actor | null, name: string, input: Input, selection?: string): ReturnType<Api['mutate']> {
    return this.#api.mutate(name, input, { as: as?.subject ?? null, at: this.at }, selection);
  }

  /** Asks a query as somebody. */
  ask(as: Actor, query: string, variables: Input): ReturnType<Api['query']> {
    return this.#api.query(query, variables, { as: as.subject, at: this.at });
  }

  async network(name: string, area: string): Promise<string> {
    const input = { name, area, fiscalYear: fiscalYearOf(this.#day) };
    return (await this.send(ADMIN, 'formNetwork', input, 'network { id }')).network.id;
  }

  /** An office, which `subject` coordinates. */
  async office(subject: string, details: Input = {}, coordinatorName = `担当${subject}`): Promise<Office> {
    const input = {
      providerNumber: providerNumberWith(subject),
      name: `事業所${subject}`,
      municipality: '大田区',
      address: '架空町1',
      areaGrade: 'GRADE_1',
      services: ['PHYSICAL_CARE', 'DAILY_LIVING'],
      ...details,
    };
    const { office } = await this.send(ADMIN, 'registerOffice', input, 'office { id }');
    const made = { id: office.id, subject };
    await this.coordinator(made, subject, coordinatorName);
    return made;
  }

  /** One more coordinator of an office. */
  async coordinator(office: Office, subject: string, name: string): Promise<Actor> {
    await this.send(ADMIN, 'enrollMember', { subject, name, role: 'COORDINATOR', officeId: office.id });
    return { subject };
  }

  /** A caregiver; with a subject also a member, who may act. */
  async caregiver(office: Office, details: Input, subject?: string): Promise<Caregiver> {
    const input = { officeId: office.id, qualifications: ['CERTIFIED_CARE_WORKER'], ...details };
    const { caregiver } = await this.send(office, 'enrollCaregiver', input, 'caregiver { id }');
    const member = { subject, role: 'CAREGIVER', officeId: office.id, caregiverId: caregiver.id };
    if (subject !== undefined) await this.send(office, 'enrollMember', member);
    // Without a subject of its own the office punches and records for it.
    return { id: caregiver.id, subject: subject ?? office.subject };
  }

  async join(networkId: string, office: Office, ...roles: string[]): Promise<void> {
    await this.send(ADMIN, 'joinNetwork', { networkId, officeId: office.id, roles, joinedOn: this.#day });
  }

  async appoint(networkId: string, role: 'CONSULTANT' | 'AUDITOR', subject: string, name = subject): Promise<void> {
    await this.send(ADMIN, 'appointToNetwork', { networkId, subject, name, role });
  }

  /** Terms that the partner office proposes and the assist office agrees to. */
  async terms(networkId: string, partner: Office, assist: Office, content: Input): Promise<string> {
    const input = {
      networkId,
      partnerOfficeId: partner.id,
      assistOfficeId: assist.id,
      effectiveFrom: this.#day,
      feeBasis: 'PERCENT_OF_BENEFIT',
      cancellation: [{ noticeHoursUnder: 24, percentOfFee: 50 }],
      ...content,
    };
    const { terms } = await this.send(partner, 'proposeTerms', input, 'terms { id }');
    await this.send(assist, 'agreeTerms', { termsId: terms.id });
    return terms.id;
  }

  /** A client who has given these consents. */
  async client(
    networkId: string,
    partner: Office,
    details: Input,
    documentedBy: string,
    scopes: readonly string[] = ['SHARE_WITHIN_NETWORK'],
  ): Promise<string> {
    const input = { networkId, partnerOfficeId: partner.id, careLevel: 'CARE_2', ...details };
    const { client } = await this.send(partner, 'registerClient', input, 'client { id }');
    const given = { clientId: client.id, givenOn: this.#day, documentedBy };
    for (const scope of scopes) await this.send(partner, 'giveConsent', { ...given, scope });
    return client.id;
  }

  /** A delegation; to the first who accepts, unless `input` says otherwise. */
  async request(partner: Actor, input: Input): Promise<Delegation> {
    const selection = 'delegation { id visits { visitId plannedStart plannedEnd } }';
    return (await this.send(partner, 'requestDelegation', { mode: 'FIRST_TO_ACCEPT', ...input }, selection)).delegation;
  }

  /** `answer`: what else the office says, and which visits it takes if not all. */
  async accept(assist: Actor, delegationId: string, answer: Input = {}): Promise<void> {
    await this.send(assist, 'acceptOffer', { delegationId, ...answer });
  }

  async assign(assist: Actor, visitId: string, caregiver: Pick<Caregiver, 'id'>): Promise<void> {
    await this.send(assist, 'assignCaregiver', { visitId, caregiverId: caregiver.id });
  }

  async punch(caregiver: Actor, name: 'startVisit' | 'endVisit', visitId: string, method = 'QR'): Promise<void> {
    await this.send(caregiver, name, { visitId, at: this.at, method });
  }

  async record(caregiver: Caregiver, visitId: string, content: Input): Promise<void> {
    const said = { tasks: [], condition: '変わりなし', ...content };
    await this.send(caregiver, 'recordVisit', { visitId, caregiverId: caregiver.id, ...said });
  }

  /**
   * Answers for the exceptions that are open, then verifies; once more where another came up in
   * between.
   */
  async verify(partner: Actor, visitId: string, reason: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const { visit } = await this.#api.query(
        'query ($id: ID!) { visit(id: $id) { exceptions { code resolvedAt } } }',
        { id: visitId },
        { as: partner.subject, at: this.at },
      );
      const exceptions: readonly { code: string; resolvedAt: string | null }[] = visit.exceptions;
      const open = new Set(exceptions.filter(({ resolvedAt }) => resolvedAt === null).map(({ code }) => code));
      const said = attempt === 1 ? reason : `${reason}（${attempt}回目）`;
      for (const code of open) await this.send(partner, 'resolveException', { visitId, code, reason: said });
      try {
        await this.send(partner, 'verifyVisit', { visitId });
        return;
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== 'OPEN_EXCEPTION' || attempt === 3) throw error;
      }
    }
  }

  /** Closes a pair's month; null where there is nothing to settle. */
  async close(networkId: string, partner: Office, assist: Office, month: Month): Promise<Statement | null> {
    const pair = { networkId, partnerOfficeId: partner.id, assistOfficeId: assist.id };
    try {
      const selection =
        'statement { id totalYen dueOn contentHash subtotals { netYen } lines(first: 1) { totalCount } }';
      return (await this.send(partner, 'closeSettlement', { ...pair, month }, selection)).statement;
    } catch (error) {
      if (error instanceof Refused && error.code === 'NOTHING_TO_SETTLE') return null;
      throw error;
    }
  }

  async confirm(assist: Actor, { id: statementId }: Pick<Statement, 'id'>): Promise<void> {
    await this.send(assist, 'confirmStatement', { statementId });
  }

  /** Approves a confirmed statement and records its payment. */
  async pay(approver: Actor, { id, totalYen, contentHash }: Statement, reference: string): Promise<void> {
    await this.send(approver, 'approvePayment', { statementId: id, contentHash });
    const payment = { paidOn: this.#day, amountYen: totalYen, reference };
    await this.send(approver, 'recordPayment', { statementId: id, ...payment });
  }
}
