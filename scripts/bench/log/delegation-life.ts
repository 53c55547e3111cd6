import { agreement } from '../../../src/domain/agreement/decider.ts';
import { termsInForceOn } from '../../../src/domain/agreement/state.ts';
import { addDays, addMinutes, type Day, dayOf, type Instant, toInstant } from '../../../src/domain/calendar.ts';
import { client } from '../../../src/domain/client/decider.ts';
import { type DelegationCommand, delegation } from '../../../src/domain/delegation/decider.ts';
import {
  type DelegatedVisit,
  type DelegationEvent,
  type DelegationMode,
  planOf,
} from '../../../src/domain/delegation/events.ts';
import type { OfferingFacts } from '../../../src/domain/delegation/offering.ts';
import { nextDueOf } from '../../../src/domain/delegation/rounds.ts';
import { acceptedBasisOf, lostByAt, newestOffer, visitOf } from '../../../src/domain/delegation/state.ts';
import { numberedVisits, type VisitRow } from '../../../src/domain/delegation/visit-rows.ts';
import type { Pricing } from '../../../src/domain/fees/basis.ts';
import { priceOrRefusal } from '../../../src/domain/fees/price-visit.ts';
import { agreementIdOf, streamOf, type Uuid } from '../../../src/domain/ids.ts';
import { office } from '../../../src/domain/office/decider.ts';
import { surchargesOn } from '../../../src/domain/office/state.ts';
import { visit } from '../../../src/domain/visit/decider.ts';
import { stepsToFollow } from '../../../src/domain/visit/following.ts';
import { type Actor, PROCESS_ACTOR } from '../../../src/store/metadata.ts';
import type { Dice } from './dice.ts';
import { type Client, type Network, type Office, SLOTS } from './setting.ts';
import type { VisitLife } from './visit-life.ts';
import type { World } from './world.ts';

const NOTES = [
  '担当の訪問介護員が不足のため',
  '土曜の対応をお願いします',
  '初回は同行します',
  '玄関先で声をかけてください',
];
const REASONS = ['NO_CAPACITY', 'TIME_BAND', 'OUT_OF_AREA', 'QUALIFICATION'] as const;
const FIRST_WINDOW = 120;
const SECOND_WINDOW = 60;

/** A client's week, as it is offered to assist offices. */
export interface Asked {
  readonly id: Uuid;
  readonly network: Network;
  readonly client: Client;
  readonly assists: readonly Office[];
  /** For when the next look at its rounds is planned. */
  lookAt: Instant | null;
}

/**
 * How visits find an office: each client's week is offered on the Thursday or Friday before, and
 * goes one of many ways; processes do here what they do in a server, at the minute when it is due.
 */
export class DelegationLife {
  readonly #world: World;
  readonly #dice: Dice;
  readonly #visits: VisitLife;

  constructor(world: World, dice: Dice, visits: VisitLife) {
    this.#world = world;
    this.#dice = dice;
    this.#visits = visits;
  }

  /** Plans the requests for the week that begins with this Monday. */
  planWeek(network: Network, monday: Day): void {
    for (const one of network.clients) {
      const day = addDays(monday, this.#dice.oneOf([-4, -4, -3]));
      const minute = timeOn(day, this.#dice.between(9 * 60, 15 * 60));
      if (minute > this.#world.now) this.#world.at(minute, () => this.#request(network, one, monday));
    }
  }

  #request(network: Network, of: Client, monday: Day): void {
    const { partner } = of;
    const assists = this.#dice.shuffled(network.assistsOf.get(partner.id) ?? []);
    const id = this.#world.newId('delegation');
    const asked: Asked = { id, network, client: of, assists, lookAt: null };
    const mode = this.#modeFor(assists);
    const first = mode === 'DIRECT' ? assists.slice(0, 1) : assists.slice(0, 3);
    const rest = mode === 'DIRECT' ? [] : assists.slice(3);
    const { visits, rowOf } = numberedVisits(id, rowsOf(of, monday));
    const rounds = [
      { officeIds: first.map((one) => one.id), windowMinutes: FIRST_WINDOW },
      ...(rest.length > 0 ? [{ officeIds: rest.map((one) => one.id), windowMinutes: SECOND_WINDOW }] : []),
    ];
    this.#decide(asked, partner.coordinator, {
      type: 'RequestDelegation',
      networkId: network.id,
      clientId: of.id,
      partnerOfficeId: partner.id,
      mode,
      visits,
      rounds,
      rowOf,
      note: this.#dice.inPercent(40) ? this.#sealed(asked, this.#dice.oneOf(NOTES)) : null,
      facts: this.#facts(asked, visits, first.concat(rest)),
    });
    this.#planAnswers(asked, mode, first, rest);
  }

  #modeFor(assists: readonly Office[]): DelegationMode {
    if (assists.length === 1 || this.#dice.inPercent(15)) return 'DIRECT';
    return this.#dice.inPercent(18) ? 'PARTNER_SELECTS' : 'FIRST_TO_ACCEPT';
  }

  /**
   * Of the first round one office or two say yes, some say no, some nothing; else the second round
   * may.
   */
  #planAnswers(asked: Asked, mode: DelegationMode, first: readonly Office[], rest: readonly Office[]): void {
    const dice = this.#dice;
    const [taker, second, ...others] = first;
    if (!taker) return;
    const isTaken = mode === 'DIRECT' || dice.inPercent(90);
    for (const one of first) if (dice.inPercent(80)) this.#in(dice.between(2, 9), () => this.#see(asked, one));
    if (second && dice.inPercent(60)) this.#in(dice.between(10, 100), () => this.#declines(asked, second));
    for (const one of others) if (dice.inPercent(50)) this.#in(dice.between(10, 110), () => this.#declines(asked, one));
    if (isTaken) {
      const takesPart = second !== undefined && mode === 'FIRST_TO_ACCEPT' && dice.inPercent(8);
      this.#in(dice.between(10, 80), () => this.#accepts(asked, taker, takesPart));
      if (second && (takesPart || mode === 'PARTNER_SELECTS'))
        this.#in(dice.between(81, 110), () => this.#accepts(asked, second, false));
      if (mode === 'PARTNER_SELECTS') this.#in(dice.between(111, 150), () => this.#selects(asked, taker));
    } else if (rest.length > 0 && dice.inPercent(70)) {
      const late = dice.oneOf(rest);
      this.#in(FIRST_WINDOW + dice.between(5, 50), () => this.#accepts(asked, late, false));
    }
  }

  /** The office that holds a visit cannot make it after all; another may. */
  release(asked: Asked, holder: Office, visitId: Uuid, reason: string): void {
    const command = { visitIds: [visitId], reason: this.#sealed(asked, reason, 'reason'), begun: [] };
    this.#decide(asked, holder.coordinator, { type: 'ReleaseVisits', officeId: holder.id, ...command });
    const other = this.#dice.oneOf(asked.assists);
    if (other !== holder) this.#in(this.#dice.between(5, 50), () => this.#accepts(asked, other, false));
  }

  /** The partner office calls a visit off. */
  withdraw(asked: Asked, visitId: Uuid): void {
    this.#decide(asked, asked.client.partner.coordinator, {
      type: 'WithdrawVisits',
      visitIds: [visitId],
      reason: this.#dice.oneOf(['CLIENT_REQUEST', 'ADMITTED', 'CLIENT_ABSENT'] as const),
      note: null,
      begun: [],
    });
  }

  #see(asked: Asked, by: Office): void {
    this.#decide(asked, by.coordinator, { type: 'SeeOffer', officeId: by.id, round: null });
  }

  #declines(asked: Asked, by: Office): void {
    const reason = this.#dice.oneOf(REASONS);
    const declined = { type: 'DeclineOffer' as const, officeId: by.id, round: null, reason, note: null };
    this.#decide(asked, by.coordinator, declined);
  }

  #accepts(asked: Asked, by: Office, isPart: boolean): void {
    const state = delegation.known(this.#world.state(delegation, asked.id));
    const offered = newestOffer(state, by.id)?.visitIds ?? [];
    this.#decide(asked, by.coordinator, {
      type: 'AcceptOffer',
      officeId: by.id,
      round: null,
      visitIds: isPart
        ? offered.slice(0, Math.ceil(offered.length / 2))
        : offered.filter((id) => visitOf(state, id)?.allocatedTo === null),
      note: null,
      facts: this.#facts(asked, state.visits, [by]),
    });
  }

  #selects(asked: Asked, chosen: Office): void {
    const { visits } = delegation.known(this.#world.state(delegation, asked.id));
    const facts = this.#facts(asked, visits, [chosen]);
    const selected = { type: 'SelectOffice' as const, officeId: chosen.id, round: null, visitIds: null, facts };
    this.#decide(asked, asked.client.partner.coordinator, selected);
  }

  /** Processes: rounds advance when they are due; the visits' streams follow. How many events. */
  #decide(asked: Asked, as: Actor, command: DelegationCommand): number {
    const written = this.#world.decide(delegation, asked.id, as, command);
    for (const { event } of written) this.#follow(asked, event);
    this.#planNextLook(asked);
    return written.length;
  }

  #planNextLook(asked: Asked): void {
    const state = delegation.known(this.#world.state(delegation, asked.id));
    const due = nextDueOf(state);
    asked.lookAt = due === null || due > this.#world.now ? due : this.#world.now;
    const planned = asked.lookAt;
    if (planned === null) this.#world.forget('delegation', asked.id);
    else
      this.#world.at(planned, () => {
        // Another event may have moved it meanwhile.
        if (asked.lookAt === planned) this.#advance(asked);
      });
  }

  #advance(asked: Asked): void {
    const { visits } = delegation.known(this.#world.state(delegation, asked.id));
    asked.lookAt = null;
    const facts = this.#facts(asked, visits, asked.assists);
    if (this.#decide(asked, PROCESS_ACTOR, { type: 'AdvanceRounds', facts }) === 0)
      throw new Error(`delegation ${asked.id} is due and has nothing to do`);
  }

  #follow(asked: Asked, { type, data }: DelegationEvent): void {
    if (type === 'VisitsAllocated') for (const id of data.visitIds) this.#sync(asked, id);
    if (type === 'VisitsReleased') for (const id of data.visitIds) this.#sync(asked, id);
    if (type === 'VisitsWithdrawn') for (const { visitId } of data.visits) this.#sync(asked, visitId);
  }

  #sync(asked: Asked, visitId: Uuid): void {
    const world = this.#world;
    const delegated = delegation.known(world.state(delegation, asked.id));
    const planned = visitOf(delegated, visitId);
    if (!planned) return;
    const { networkId, clientId, partnerOfficeId } = delegated;
    const basis = acceptedBasisOf(delegated, planned);
    const steps = stepsToFollow(delegated, visitId, world.state(visit, visitId));
    if (steps.release !== null) {
      const [assistOfficeId, isTaken] = [steps.release, steps.schedule !== null];
      const at = lostByAt(delegated, visitId, assistOfficeId);
      const { changeId } = planned;
      world.decide(visit, visitId, PROCESS_ACTOR, { type: 'ReleaseVisit', assistOfficeId, at, changeId, isTaken });
    }
    const holder = asked.assists.find(({ id }) => id === steps.schedule);
    if (holder && basis) {
      const held = { delegationId: asked.id, networkId, clientId, partnerOfficeId, assistOfficeId: holder.id };
      world.decide(visit, visitId, PROCESS_ACTOR, { type: 'ScheduleVisit', ...held, ...planOf(planned), basis });
      this.#visits.plan(this, asked, holder, visitId);
    }
    if (steps.cancel) this.#visits.cancelled(visitId, steps.isHeld);
  }

  /** Rule 9: all is well, or the offices would not be asked. */
  #facts(asked: Asked, visits: readonly DelegatedVisit[], offices: readonly Office[]): OfferingFacts {
    const ofOffice = (one: Office) =>
      Object.fromEntries(
        visits.map((planned) => {
          const price = priceOrRefusal(planned, pricingOf(this.#world, asked, one, dayOf(planned.plannedStart)));
          return [planned.visitId, { isAssist: true, offersService: true, price }];
        }),
      );
    const ofVisit = { clientGone: null, requesterIsPartner: true, clientConsents: true, overlaps: false };
    return {
      visits: Object.fromEntries(visits.map(({ visitId }) => [visitId, ofVisit])),
      offices: Object.fromEntries(offices.map((one) => [one.id, ofOffice(one)])),
    };
  }

  #sealed(asked: Asked, text: string, path = 'note'): string {
    return asked.client.key.seal(text, { stream: streamOf('delegation', asked.id), path });
  }

  #in(minutes: number, step: () => void): void {
    this.#world.at(addMinutes(this.#world.now, minutes), step);
  }
}

/** A minute of a day in Asia/Tokyo. */
export const timeOn = (day: Day, minuteOfDay: number): Instant =>
  addMinutes(toInstant(`${day}T00:00:00+09:00`), minuteOfDay);

/** What prices a client's visits by an office on a day. */
const pricingOf = (world: World, { network, client: of }: Asked, assist: Office, day: Day): Pricing => {
  const partner = office.known(world.state(office, of.partner.id));
  return {
    careLevel: client.known(world.state(client, of.id)).careLevel,
    terms: termsInForceOn(world.state(agreement, agreementIdOf(network.id, of.partner.id, assist.id)), day),
    partner: { areaGrade: partner.areaGrade, surcharges: surchargesOn(partner, day) },
  };
};

const rowsOf = ({ week }: Client, monday: Day): VisitRow[] =>
  week.map(({ day, slot, minutes, service, tasks }) => {
    const plannedStart = toInstant(`${addDays(monday, day)}T${SLOTS[slot]}:00+09:00`);
    return {
      plannedVisitId: null,
      service,
      minutes,
      physicalMinutes: null,
      plannedStart,
      plannedEnd: addMinutes(plannedStart, minutes),
      caregiversRequired: 1,
      emergency: false,
      tasks: [...tasks],
    };
  });
