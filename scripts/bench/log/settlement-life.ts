import { addDays, addMonths, dayOf, endOfDay, lastDayOf, type Month } from '../../../src/domain/calendar.ts';
import { settlementIdOf, statementIdOf, streamOf, type Uuid } from '../../../src/domain/ids.ts';
import { office } from '../../../src/domain/office/decider.ts';
import { type SettlementCommand, settlement } from '../../../src/domain/settlement/decider.ts';
import { statementOf } from '../../../src/domain/settlement/state.ts';
import { type Actor, PROCESS_ACTOR } from '../../../src/store/metadata.ts';
import { timeOn } from './delegation-life.ts';
import type { Dice } from './dice.ts';
import type { Network, Office } from './setting.ts';
import type { VisitLife } from './visit-life.ts';
import type { World } from './world.ts';

const CONFIRM_DAYS = 7;

/**
 * Each pair's month is closed on the second day after it, confirmed by hand or by silence, paid.
 */
export class SettlementLife {
  readonly #world: World;
  readonly #dice: Dice;
  readonly #visits: VisitLife;

  constructor(world: World, dice: Dice, visits: VisitLife) {
    this.#world = world;
    this.#dice = dice;
    this.#visits = visits;
  }

  /** Plans the closing of a month in a network. */
  planMonth(network: Network, month: Month): void {
    const day = addDays(lastDayOf(month), 2);
    for (const partner of network.partners) {
      for (const assist of network.assistsOf.get(partner.id) ?? []) {
        const minute = timeOn(day, this.#dice.between(10 * 60, 16 * 60));
        this.#world.at(minute, () => this.#close(network, partner, assist, month));
      }
    }
    this.#world.at(timeOn(day, 17 * 60), () => this.#visits.forgetBefore(`${addMonths(month, -1)}-01`));
  }

  #close(network: Network, partner: Office, assist: Office, month: Month): void {
    const pair = { networkId: network.id, partnerOfficeId: partner.id, assistOfficeId: assist.id };
    const id = settlementIdOf(network.id, partner.id, assist.id);
    const visits = this.#visits.takePriced(partner, assist, lastDayOf(month));
    this.#world.decide(settlement, id, partner.coordinator, {
      type: 'CloseMonth',
      settlementId: id,
      ...pair,
      month,
      visits,
      issuedBy: partner.coordinator.subject,
      payeeInvoiceNumber: office.known(this.#world.state(office, assist.id)).invoiceNumber,
      numbers: [partner.providerNumber, assist.providerNumber],
      paymentDays: 30,
      confirmDays: CONFIRM_DAYS,
    });
    const statementId = statementIdOf(id, this.#world.state(settlement, id).statements.length);
    const decide = (as: Actor, command: SettlementCommand) => this.#world.decide(settlement, id, as, command);
    const day = dayOf(this.#world.now);
    const inDays = (days: number, minute: number, step: () => void) =>
      this.#world.at(timeOn(addDays(day, days), minute), step);
    const confirmsByHand = this.#dice.inPercent(50);
    if (confirmsByHand) {
      const minute = this.#dice.between(9 * 60, 18 * 60);
      inDays(1, minute, () => decide(assist.coordinator, { type: 'ConfirmStatement', statementId }));
    } else {
      const minute = endOfDay(addDays(day, CONFIRM_DAYS));
      this.#world.at(minute, () => decide(PROCESS_ACTOR, { type: 'DeemConfirmed', statementId }));
    }
    inDays(10, this.#dice.between(9 * 60, 12 * 60), () => this.#approve(id, statementId, partner));
    inDays(11, this.#dice.between(9 * 60, 12 * 60), () => this.#pay(id, statementId, partner, month));
  }

  #approve(id: Uuid, statementId: Uuid, partner: Office): void {
    const contentHash = statementOf(this.#world.state(settlement, id), statementId)?.contentHash ?? '';
    const approvedBy = partner.approver.subject;
    this.#world.decide(settlement, id, partner.approver, {
      type: 'ApprovePayment',
      statementId,
      contentHash,
      approvedBy,
      accountDigest: null,
    });
  }

  #pay(id: Uuid, statementId: Uuid, partner: Office, month: Month): void {
    const amountYen = statementOf(this.#world.state(settlement, id), statementId)?.totalYen ?? 0;
    const paidOn = dayOf(this.#world.now);
    const field = { stream: streamOf('settlement', id), path: 'reference' };
    const reference = partner.key.seal(`振込 ${month}`, field);
    const digest = partner.key.hmac(`${statementId} ${month}`);
    const payment = { statementId, paidOn, amountYen, reference, digest };
    this.#world.decide(settlement, id, partner.approver, { type: 'RecordPayment', ...payment });
  }
}
