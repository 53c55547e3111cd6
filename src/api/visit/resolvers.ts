import { streamOf, uuidOf } from '../../domain/ids.ts';
import { careTaskOf, careTasksOf } from '../../domain/visit/care-tasks.ts';
import { tasksDone } from '../../domain/visit/state.ts';
import { historyOf } from '../../projections/history.ts';
import { lastRecordsBefore, ledgerLineAt } from '../../projections/visit-ledger.ts';
import { recordsOf } from '../../projections/visit-records.ts';
import {
  cancellationOf,
  exceptionsOf,
  openChangeOf,
  priceOf,
  recordOf,
  type VisitRow,
} from '../../projections/visits.ts';
import type { Recorded } from '../../store/codec.ts';
import { clients, seesPersonal } from '../client/visibility.ts';
import type { ApiContext } from '../context.ts';
import { delegations } from '../delegation/visibility.ts';
import { apiError } from '../errors.ts';
import { withoutOtherAssistOffice } from '../history/offices.ts';
import { memberNameShownTo } from '../member/name.ts';
import { networks } from '../network/visibility.ts';
import { noticesFrom } from '../notices.ts';
import { caregivers, offices } from '../office/visibility.ts';
import type { Slice } from '../slice.ts';
import type { Soon } from '../soon.ts';
import { visitLedger, visitsOfDays } from './ledger.ts';
import { visitMutations } from './mutations.ts';
import { ledgerRights, seesLine, visitPartRights, visits } from './visibility.ts';

const textOf = (context: ApiContext, visitId: string, path: string, sealed: string | null): Soon<string | null> =>
  context.open(sealed, { stream: streamOf('visit', visitId), path });

/** Hundredths as a decimal text with two places: 1140 → "11.40". */
export const yenPerUnitText = (hundredths: number | null): string | null =>
  hundredths === null ? null : (hundredths / 100).toFixed(2);

/**
 * An assist office sees what stands from its own VisitScheduled on, of the history and of the
 * record's versions; it holds the visit, else it would not see it.
 */
const shownOf = async <Row extends { readonly position: number }>(
  all: readonly Row[],
  row: VisitRow,
  context: ApiContext,
): Promise<readonly Row[]> => {
  const standing = context.actorsOf(visits, row);
  const isWhole = standing.has('PARTNER') || standing.has('CONSULTANT') || standing.has('AUDITOR');
  return isWhole ? all : all.filter(({ position }) => position >= row.scheduledPosition);
};

const ledgerNotices = (context: ApiContext, networkId: string) => async (event: Recorded) => {
  // A consultant or auditor who has been dismissed sees the network no more (rule 47).
  if (event.type === 'ViewerDismissed' && event.streamId === networkId && !context.visible(networks, networkId))
    throw apiError('FORBIDDEN', 'The appointment has ended.');
  const ids =
    event.type === 'StatementLinesListed'
      ? event.data.lines.flatMap(({ visitId }) => visitId ?? [])
      : event.category === 'visit'
        ? [event.streamId]
        : [];
  const lines = ids.map((visitId) => ledgerLineAt(context.app.readModel, visitId, event.position));
  return lines.flatMap((entry) =>
    entry !== null && entry.networkId === networkId && seesLine(entry, context) ? [{ entry }] : [],
  );
};

export const visitSlice: Slice = {
  resolvers: {
    Query: {
      visit: (_root, { id }, context) => context.visible(visits, id),
      careTasks: (_root, { service }) => [...careTasksOf(service ?? null)],
    },
    Network: { visitLedger },
    Viewer: { visits: visitsOfDays },
    LedgerEntry: {
      id: (row) => row.visitId,
      client: (row, _args, context) => context.found(clients, row.clientId),
      partnerOffice: (row, _args, context) => context.found(offices, row.partnerOfficeId),
      assistOffice: (row, _args, context) => context.found(offices, row.assistOfficeId),
      caregiver: (row, _args, context) => context.visible(caregivers, row.caregiverId),
      visit: (row, _args, context) => context.found(visits, row.visitId),
    },
    Visit: {
      delegation: (row, _args, context) => context.found(delegations, row.delegationId),
      network: (row, _args, context) => context.found(networks, row.networkId),
      client: (row, _args, context) => context.found(clients, row.clientId),
      partnerOffice: (row, _args, context) => context.found(offices, row.partnerOfficeId),
      assistOffice: (row, _args, context) => context.found(offices, row.assistOfficeId),
      caregiver: (row, _args, context) => context.visible(caregivers, row.caregiverId),
      pairedVisit: (row, _args, context) => context.visible(visits, row.state.plan.pairedVisitId),
      physicalMinutes: ({ state }) => state.plan.physicalMinutes,
      emergency: ({ state }) => state.plan.emergency,
      plannedTasks: ({ state, service }) => state.plan.tasks.map((code) => careTaskOf(code, service)),
      record: recordOf,
      exceptions: exceptionsOf,
      cancellation: cancellationOf,
      openChange: (row, _args, { app }) => openChangeOf(row, app.clock.now()),
      fee: (row) => {
        const { fee, forGood } = priceOf(row);
        return {
          serviceCode: fee.serviceCode,
          units: fee.units,
          yenPerUnit: yenPerUnitText(fee.yenPerUnitHundredths),
          benefitYen: fee.benefitYen,
          delegationFeeYen: fee.feeYen,
          termsVersion: fee.termsVersion,
          feeTable: fee.feeTable,
          forGood,
        };
      },
      note: (row, _args, context) =>
        context.open(context.found(delegations, row.delegationId).sealedNote, {
          stream: streamOf('delegation', row.delegationId),
          path: 'note',
        }),
      handover: (row, _args, context) => {
        if (!seesPersonal(context.found(clients, row.clientId), context)) return null;
        const rows = lastRecordsBefore(context.app.readModel, row);
        context.cost.rows(rows.length);
        return rows;
      },
      records: async (row, _args, context) => {
        const all = await recordsOf(context.app.store, row, context.positionOf(row));
        return [...(await shownOf(all, row, context))];
      },
      history: async (row, _args, context) => {
        const all = await historyOf(context.app.store, streamOf('visit', row.id), context.positionOf(row));
        const shown = await shownOf(all, row, context);
        const { assistOfficeId, partnerOfficeId } = row;
        return all === shown
          ? [...all]
          : shown.map((event) => withoutOtherAssistOffice(event, assistOfficeId, partnerOfficeId));
      },
    },
    Handover: {
      id: ({ id }) => uuidOf('handover', id),
      tasks: ({ state, service }) =>
        state.record === null ? [] : tasksDone(state.record).map((code) => careTaskOf(code, service)),
      condition: ({ id, state }, _args, context) => textOf(context, id, 'condition', state.record?.condition ?? null),
      notes: ({ id, state }, _args, context) => textOf(context, id, 'notes', state.record?.notes ?? null),
    },
    VisitRecord: {
      caregiver: (row, _args, context) => context.visible(caregivers, row.caregiverId),
      startMethod: (row) => row.startMethod as never,
      endMethod: (row) => row.endMethod as never,
      tasks: (row) =>
        row.tasks.map(({ code, outcome, note }, index) => ({
          recordId: row.id,
          visitId: row.visitId,
          index,
          code,
          outcome,
          sealedNote: note,
        })),
      condition: (row, _args, context) => textOf(context, row.visitId, 'condition', row.condition),
      notes: (row, _args, context) => textOf(context, row.visitId, 'notes', row.notes),
      amendReason: (row, _args, context) => textOf(context, row.visitId, 'reason', row.sealedReason),
      recordedBy: (row, _args, context) => memberNameShownTo(context, row.recordedBySubject, row.recordedByOfficeId),
    },
    VisitTask: {
      id: ({ recordId, index }) => uuidOf('visit-task', recordId, index),
      label: (row) => careTaskOf(row.code, 'PHYSICAL_CARE').label,
      outcome: (row) => row.outcome as never,
      note: (row, _args, context) => textOf(context, row.visitId, `tasks.${row.index}.note`, row.sealedNote),
    },
    VisitException: {
      code: (row) => row.code as never,
      detail: (row, _args, context) => textOf(context, row.visitId, 'detail', row.sealedDetail),
      reason: (row, _args, context) => textOf(context, row.visitId, 'reason', row.sealedReason),
      resolvedBy: (row, _args, context) =>
        row.resolvedBySubject === null
          ? null
          : memberNameShownTo(context, row.resolvedBySubject, row.resolvedByOfficeId),
      asPlanned: (row) => row.how === 'AS_PLANNED',
    },
    VisitChange: {
      id: ({ changeId }) => changeId,
      proposedBy: (row, _args, context) => context.found(offices, row.proposedByOfficeId),
      reason: (row, _args, context) => textOf(context, row.visitId, 'reason', row.sealedReason),
    },
    Cancellation: {
      by: (row, _args, context) => context.found(offices, row.byOfficeId),
      note: (row, _args, context) => textOf(context, row.visitId, 'note', row.sealedNote),
    },
    Subscription: {
      ledgerChanges: {
        subscribe: async (_root, { networkId, after }, context) => {
          if (!context.visible(networks, networkId))
            throw apiError('NOT_FOUND', 'networkId was not found.', ['networkId']);
          return noticesFrom(context, after, ledgerNotices(context, networkId)) as never;
        },
        resolve: (notice: unknown) => notice as never,
      },
    },
  },
  mutations: visitMutations,
  rights: [visits, ledgerRights, ...visitPartRights],
};
