import { daysBetween, lastDayOf, minutesBetween, monthOf } from '../../src/domain/calendar.ts';
import type { Recorded } from '../../src/store/codec.ts';

/** What a recount notes of a visit that was asked for. */
interface Asked {
  networkId: string;
  month: string;
  service: string;
  plannedStart: string;
  heldBy: string | null;
  round: number | null;
  freeSince: string;
  withdrawn: boolean;
  uncovered: boolean;
  outcome: string | null;
  escalated: boolean;
  minutesToAccept: number[];
  releasedBy: string[];
}
/** Of a visit that an office holds. */
interface Held {
  networkId: string;
  month: string;
  clientId: string;
  officeId: string;
  caregiverId: string | null;
  status: string;
  minutes: number;
  feeYen: number;
  version: number;
  hadException: boolean;
  recordedAt: string | null;
  endedAt: string | null;
  verifiedAt: string | null;
}
interface Offer {
  networkId: string;
  month: string;
  officeId: string;
  madeAt: string;
  status: string;
  saidYes: boolean;
  gotSome: boolean;
  reason: string | null;
  answeredAt: string | null;
}

/** By the formula of R's type 7. */
const quantile = (values: readonly number[], p: number): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(h)], sorted[Math.ceil(h)]];
  return low === undefined || high === undefined ? null : low + (h - Math.floor(h)) * (high - low);
};
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
/** By its definition: the mean difference of any two, relative to twice the mean. */
const gini = (values: readonly number[]): number | null => {
  const total = values.reduce((sum, value) => sum + value, 0);
  const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b)));
  return total === 0 ? null : differences.reduce((sum, each) => sum + each, 0) / (2 * values.length * total);
};
const bandOf = (start: string): string => {
  const hour = (new Date(start).getUTCHours() + 9) % 24;
  if (hour < 6 || hour >= 22) return 'NIGHT';
  if (hour < 8) return 'EARLY';
  return hour < 18 ? 'DAY' : 'EVENING';
};
const count = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number => items.filter(holds).length;
const tally = (keys: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

/**
 * All indicators of any network and month, reckoned from the events one by one: without a view, a
 * state or a formula of the domain.
 */
export class Recount {
  readonly #asked = new Map<string, Asked>();
  readonly #held = new Map<string, Held>();
  readonly #offers = new Map<string, Offer>();
  readonly #networkOf = new Map<string, string>();
  readonly #statements = new Map<string, { networkId: string; month: string; paidOn: string | null }>();

  constructor(events: readonly Recorded[]) {
    for (const event of events) {
      this.#note(event);
      this.#noteOffer(event);
      this.#noteVisit(event);
    }
  }

  get networkIds(): readonly string[] {
    return [...new Set(this.#networkOf.values())];
  }

  #change(visitIds: readonly string[], change: (visit: Asked) => void): void {
    for (const id of visitIds) {
      const visit = this.#asked.get(id);
      if (visit) change(visit);
    }
  }

  #note(event: Recorded): void {
    const { occurredAt } = event;
    switch (event.type) {
      case 'DelegationRequested': {
        const { networkId, visits } = event.data;
        this.#networkOf.set(event.streamId, networkId);
        for (const { visitId, service, plannedStart } of visits)
          this.#asked.set(visitId, {
            networkId,
            month: monthOf(plannedStart),
            service,
            plannedStart,
            heldBy: null,
            round: null,
            freeSince: occurredAt,
            withdrawn: false,
            uncovered: false,
            outcome: null,
            escalated: false,
            minutesToAccept: [],
            releasedBy: [],
          });
        break;
      }
      case 'VisitsAllocated':
        this.#change(event.data.visitIds, (visit) => {
          visit.heldBy = event.data.officeId;
          visit.round = event.data.round;
          visit.minutesToAccept.push(Math.floor(minutesBetween(visit.freeSince, occurredAt)));
        });
        break;
      case 'VisitsReleased':
        this.#change(event.data.visitIds, (visit) => {
          visit.heldBy = null;
          visit.freeSince = occurredAt;
          visit.releasedBy.push(event.data.officeId);
        });
        break;
      case 'VisitsWithdrawn':
        for (const { visitId, heldBy } of event.data.visits)
          this.#change([visitId], (visit) => {
            visit.withdrawn = true;
            visit.uncovered = event.data.because === 'UNCOVERED';
            visit.heldBy = heldBy;
          });
        break;
      case 'DelegationEscalated':
        this.#change(event.data.visitIds, (visit) => {
          visit.escalated = true;
        });
        break;
      case 'StatementIssued': {
        const { statementId, networkId, month } = event.data;
        this.#statements.set(statementId, { networkId, month, paidOn: null });
        break;
      }
      case 'PaymentSettled': {
        const statement = this.#statements.get(event.data.statementId);
        if (statement) statement.paidOn = event.data.paidOn;
        break;
      }
    }
  }

  #noteOffer(event: Recorded): void {
    const keyOf = ({ round, officeId }: { round: number; officeId: string }) =>
      `${event.streamId} ${round} ${officeId}`;
    const answer = (key: string, of: Partial<Offer>): void => {
      const offer = this.#offers.get(key);
      if (offer) Object.assign(offer, of);
    };
    switch (event.type) {
      case 'OfferMade':
        this.#offers.set(keyOf(event.data), {
          networkId: this.#networkOf.get(event.streamId) ?? '',
          month: monthOf(event.occurredAt),
          officeId: event.data.officeId,
          madeAt: event.occurredAt,
          status: 'OPEN',
          saidYes: false,
          gotSome: false,
          reason: null,
          answeredAt: null,
        });
        break;
      case 'OfferAccepted':
        answer(keyOf(event.data), { saidYes: true, answeredAt: event.occurredAt });
        break;
      case 'VisitsAllocated':
        answer(keyOf(event.data), { gotSome: true });
        break;
      case 'OfferDeclined': {
        const { reason } = event.data;
        const answeredAt = event.occurredAt;
        // A yes can be taken back while the partner office selects; what was allocated stands.
        const isWhole = !this.#offers.get(keyOf(event.data))?.gotSome;
        answer(keyOf(event.data), { reason, answeredAt, ...(isWhole ? { status: 'DECLINED', saidYes: false } : {}) });
        break;
      }
      case 'OfferExpired':
        answer(keyOf(event.data), { status: 'EXPIRED' });
        break;
    }
  }

  #noteVisit(event: Recorded): void {
    const { streamId: id, recordedAt } = event;
    if (event.type === 'VisitScheduled') {
      const { networkId, clientId, assistOfficeId: officeId, plannedStart, minutes, fee } = event.data;
      const nothing = { caregiverId: null, version: 0, hadException: false };
      const never = { recordedAt: null, endedAt: null, verifiedAt: null };
      const of = { networkId, clientId, officeId, minutes, month: monthOf(plannedStart), feeYen: fee.feeYen };
      this.#held.set(id, { ...of, ...nothing, ...never, status: 'SCHEDULED' });
      return;
    }
    const visit = this.#held.get(id);
    if (!visit) return;
    switch (event.type) {
      case 'CaregiverAssigned':
        visit.caregiverId = event.data.caregiverId;
        break;
      case 'VisitRecorded': {
        const { startedAt, endedAt, version, caregiverId } = event.data;
        const minutes = Math.round(minutesBetween(startedAt, endedAt));
        Object.assign(visit, { status: 'RECORDED', version, caregiverId, minutes, endedAt });
        visit.recordedAt ??= recordedAt;
        break;
      }
      case 'VisitRecordAmended':
        visit.version = event.data.version;
        visit.status = 'RECORDED';
        break;
      case 'VisitExceptionRaised':
        visit.hadException = true;
        break;
      case 'VisitVerified':
        Object.assign(visit, { status: 'VERIFIED', feeYen: event.data.fee.feeYen });
        visit.verifiedAt ??= recordedAt;
        break;
      case 'VisitCancelled':
        Object.assign(visit, { status: 'CANCELLED', feeYen: event.data.fee.feeYen });
        break;
      case 'VisitMissed':
        Object.assign(visit, { status: 'MISSED', feeYen: 0 });
        break;
      case 'VisitReleased':
        Object.assign(visit, { status: 'RELEASED', feeYen: 0 });
        break;
    }
  }

  /** Every figure of a network's month. */
  month(networkId: string, month: string) {
    const isOf = (one: { networkId: string; month: string }): boolean =>
      one.networkId === networkId && one.month === month;
    const asked = [...this.#asked.values()].filter(isOf);
    const held = [...this.#held.values()].filter(isOf);
    const offers = [...this.#offers.values()].filter(isOf);
    const wanted = asked.filter((one) => !one.withdrawn || one.uncovered || one.heldBy !== null);
    const covered = wanted.filter(({ heldBy }) => heldBy !== null);
    return {
      visitsRequested: wanted.length,
      visitsCovered: covered.length,
      coveredInFirstRound: count(covered, ({ round }) => round === 1),
      escalated: count(asked, ({ escalated }) => escalated),
      uncovered: tally(wanted.filter(({ uncovered }) => uncovered).map(({ outcome }) => String(outcome))),
      declines: tally(offers.flatMap(({ reason }) => reason ?? [])),
      byTimeBand: tally(wanted.map(({ plannedStart, service }) => `${bandOf(plannedStart)} ${service}`)),
      coveredByTimeBand: tally(covered.map(({ plannedStart, service }) => `${bandOf(plannedStart)} ${service}`)),
      feeYen: held.reduce((sum, { feeYen }) => sum + feeYen, 0),
      ...this.#load(asked, held, offers),
      figures: this.#figures(asked, held, wanted, covered, isOf),
    };
  }

  #figures(
    asked: readonly Asked[],
    held: readonly Held[],
    wanted: readonly Asked[],
    covered: readonly Asked[],
    isOf: (one: { networkId: string; month: string }) => boolean,
  ): Record<string, number | null> {
    const kept = held.filter(({ status }) => status !== 'RELEASED');
    const recorded = held.filter(({ version }) => version > 0);
    const taken = asked.filter(({ heldBy, releasedBy }) => heldBy !== null || releasedBy.length > 0);
    const accepts = asked.flatMap(({ minutesToAccept }) => minutesToAccept);
    const clients = [...Map.groupBy(recorded, ({ clientId }) => clientId).values()].map((visits) =>
      Object.values(tally(visits.map(({ caregiverId }) => String(caregiverId)))),
    );
    const continuities = clients.flatMap((visits) => {
      const n = visits.reduce((sum, each) => sum + each, 0);
      return n < 2 ? [] : [(visits.reduce((sum, each) => sum + each ** 2, 0) - n) / (n * (n - 1))];
    });
    const inHours = (value: number | null): number | null => (value === null ? null : value / 60);
    const toRecord = held.flatMap(({ endedAt, recordedAt }) =>
      endedAt && recordedAt ? [Math.max(0, minutesBetween(endedAt, recordedAt))] : [],
    );
    const toVerify = held.flatMap(({ recordedAt, verifiedAt }) =>
      recordedAt && verifiedAt ? [minutesBetween(recordedAt, verifiedAt)] : [],
    );
    const paid = [...this.#statements.values()]
      .filter(isOf)
      .flatMap(({ month, paidOn }) => (paidOn === null ? [] : [daysBetween(lastDayOf(month), paidOn)]));
    return {
      coverageRate: share(covered.length, wanted.length),
      medianMinutesToAccept: quantile(accepts, 0.5),
      p90MinutesToAccept: quantile(accepts, 0.9),
      missedRate: share(
        count(kept, ({ status }) => status === 'MISSED'),
        kept.length,
      ),
      cancelledRate: share(
        count(kept, ({ status }) => status === 'CANCELLED'),
        kept.length,
      ),
      releasedRate: share(
        count(taken, ({ releasedBy }) => releasedBy.length > 0),
        taken.length,
      ),
      medianHoursToRecord: inHours(quantile(toRecord, 0.5)),
      medianHoursToVerify: inHours(quantile(toVerify, 0.5)),
      exceptionRate: share(
        count(recorded, ({ hadException }) => hadException),
        recorded.length,
      ),
      amendedRate: share(
        count(recorded, ({ version }) => version > 1),
        recorded.length,
      ),
      caregiversPerClient: mean(clients.map(({ length }) => length)),
      continuityOfCare: mean(continuities),
      medianDaysToPayment: quantile(paid, 0.5),
    };
  }

  #load(asked: readonly Asked[], held: readonly Held[], offers: readonly Offer[]) {
    const releases = asked.flatMap(({ releasedBy }) => releasedBy);
    const standing = held.filter(({ status }) => !['MISSED', 'CANCELLED', 'RELEASED'].includes(status));
    const officeIds = new Set([
      ...offers.map(({ officeId }) => officeId),
      ...held.map(({ officeId }) => officeId),
      ...releases,
    ]);
    const total = standing.reduce((sum, { minutes }) => sum + minutes, 0);
    const load = [...officeIds].sort().map((officeId) => {
      const own = offers.filter((offer) => offer.officeId === officeId);
      const minutes = standing.reduce((sum, visit) => sum + (visit.officeId === officeId ? visit.minutes : 0), 0);
      const answered = own.flatMap(({ madeAt, answeredAt }) =>
        answeredAt === null ? [] : [Math.floor(minutesBetween(madeAt, answeredAt))],
      );
      return {
        officeId,
        minutes,
        share: share(minutes, total) ?? 0,
        visits: count(standing, (visit) => visit.officeId === officeId),
        answered: answered.length,
        offered: own.length,
        accepted: count(own, ({ saidYes }) => saidYes),
        declined: count(own, ({ status }) => status === 'DECLINED'),
        lapsed: count(own, ({ status }) => status === 'EXPIRED'),
        released: count(releases, (by) => by === officeId),
        missed: count(held, (visit) => visit.officeId === officeId && visit.status === 'MISSED'),
        medianMinutesToAnswer: quantile(answered, 0.5),
      };
    });
    return { delegatedMinutes: total, load, loadGini: gini(load.map(({ minutes }) => minutes)) };
  }
}
