import { dayOf } from '../../domain/calendar.ts';
import { caregiversOfOffice, membersOfOffice, type OfficeRow, officesBy } from '../../projections/directory.ts';
import type { ApiContext } from '../context.ts';
import { caregiverNameField } from '../member/name.ts';
import { checkedFirst, keyOfCursor, pageOf } from '../paging.ts';
import type { Slice } from '../slice.ts';
import { officeMutations } from './mutations.ts';
import { caregivers, offices, seesPhone } from './visibility.ts';

const today = ({ app }: ApiContext): string => dayOf(app.clock.now());

const surchargesOn = (row: OfficeRow, day: string) =>
  row.surchargesFrom.findLast(({ from }) => from <= day)?.surcharges ?? [];

export const officeSlice: Slice = {
  resolvers: {
    Query: {
      office: (_root, { id }, context) => context.visible(offices, id),
      offices: (_root, { search, municipality, first, after }, { app }) => {
        const count = checkedFirst(first);
        const key = keyOfCursor(after, 1);
        const { rows, totalCount } = officesBy(app.readModel, {
          search: search?.trim() || null,
          municipality: municipality ?? null,
          after: key ? String(key[0]) : null,
          limit: count + 1,
        });
        return pageOf({ rows, totalCount: () => totalCount }, count, ({ providerNumber }) => [providerNumber], after);
      },
    },
    Office: {
      phone: (row, _args, context) => (seesPhone(row, context) ? row.phone : null),
      surcharges: (row, _args, context) => [...surchargesOn(row, today(context))],
      services: (row) => [...row.services],
      caregivers: (row, { active }, context) => {
        const all = caregiversOfOffice(context.app.readModel, row.id);
        return active === false ? all : all.filter(({ leftOn }) => leftOn === null || leftOn >= today(context));
      },
      members: (row, _args, { app }) => membersOfOffice(app.readModel, row.id),
    },
    Caregiver: {
      office: (row, _args, context) => context.found(offices, row.officeId),
      name: (row, _args, context) => context.open(row.sealedName, caregiverNameField(row.officeId, row.id)),
      qualifications: (row) => [...row.qualifications],
      active: (row, _args, context) => row.leftOn === null || row.leftOn >= today(context),
    },
  },
  mutations: officeMutations,
  rights: [offices, caregivers],
};
