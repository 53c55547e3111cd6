import { dayOf } from '../../domain/calendar.ts';
import { streamOf } from '../../domain/ids.ts';
import { accountField } from '../../domain/office/bank-account.ts';
import { membersOfOffice } from '../../projections/members.ts';
import { caregiversOfOffice, countOffices, type OfficeRow, officesBy } from '../../projections/offices.ts';
import type { ApiContext } from '../context.ts';
import { caregiverNameField, memberNameShownTo } from '../member/name.ts';
import { checkedFirst, keyOfCursor, pageOf } from '../paging.ts';
import type { Slice } from '../slice.ts';
import { whenHere } from '../soon.ts';
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
        const by = { search: search?.trim() || null, municipality: municipality ?? null };
        const rows = officesBy(app.readModel, by, { after: key ? String(key[0]) : null, limit: count + 1 });
        const found = { rows, totalCount: () => countOffices(app.readModel, by) };
        return pageOf(found, count, ({ providerNumber }) => [providerNumber], after);
      },
    },
    Office: {
      phone: (row, _args, context) => (seesPhone(row, context) ? row.phone : null),
      surcharges: (row, _args, context) => [...surchargesOn(row, today(context))],
      services: (row) => [...row.services],
      noticeEmail: async (row, _args, context) => {
        const stream = streamOf('office', row.id);
        const addresses = row.sealedNoticeEmail.map((sealed, n) =>
          context.open(sealed, { stream, path: `noticeEmail.${n}` }),
        );
        return (await Promise.all(addresses)).filter((address) => address !== null);
      },
      bankAccount: ({ id, bankAccount }, _args, context) => {
        if (bankAccount === null) return null;
        const { sealedNumberTail, sealedHolderKana, setBySubject, ...account } = bankAccount;
        const of = (path: string) => ({ stream: streamOf('office', id), path });
        return whenHere(context.open(sealedNumberTail, of(accountField.numberTail)), (numberTail) =>
          whenHere(context.open(sealedHolderKana, of(accountField.holderKana)), (holderKana) =>
            whenHere(memberNameShownTo(context, setBySubject, id), (setBy) => ({
              ...account,
              numberTail: numberTail ?? '',
              holderKana: holderKana ?? '',
              setBy,
            })),
          ),
        );
      },
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
