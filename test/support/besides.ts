import { addDays, addMinutes, dayOf } from '../../src/domain/calendar.ts';
import { changeableOf } from '../../src/domain/delegation/events.ts';
import { invitationIdOf, memberIdOf, partsOfStream, planIdOf, streamOf, uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import type { StatementLine } from '../../src/domain/settlement/events.ts';
import type { Recorded } from '../../src/store/codec.ts';
import type { AnyEvent, EventOf, EventType } from '../../src/store/event-types.ts';
import { sealed } from './example-events/example.ts';
import { EXAMPLE_EVENTS } from './example-events.ts';

const { NoticeGiven, NoticeReturned } = EXAMPLE_EVENTS;
const notices = NoticeGiven.stream;
/** An event that follows another of the log, in a stream; its id where another event names it. */
type Besides = readonly [stream: string, event: AnyEvent, id?: string];

const RESPONDENTS = 24;

/**
 * What the generator of logs leaves out, put after some of its events: so that every type of event
 * is there, and things that come late or twice.
 */
export class BesidesTheLog {
  readonly #counts = new Map<string, number>();
  /** The newest data of a type in a stream. */
  readonly #newest = new Map<string, unknown>();
  /** Every stream that has had an event of the type, in their order. */
  readonly #streams = new Map<string, Set<string>>();
  readonly #withdrawn: string[] = [];
  readonly #repriced: { readonly settlement: string; readonly line: StatementLine }[] = [];

  /** What follows an event. */
  after(event: Recorded): Besides[] {
    this.#note(event.stream, event);
    const count = (this.#counts.get(event.type) ?? 0) + 1;
    this.#counts.set(event.type, count);
    const besides = [...this.#ofPeople(event, count), ...this.#ofVisits(event, count)];
    for (const [stream, one] of besides) this.#note(stream, one);
    return besides;
  }

  #note(stream: string, { type, data }: AnyEvent): void {
    this.#newest.set(`${type} ${stream}`, data);
    this.#streams.set(type, (this.#streams.get(type) ?? new Set()).add(stream));
  }

  #of<Type extends EventType>(type: Type, stream: string): EventOf<Type>['data'] | undefined {
    return this.#newest.get(`${type} ${stream}`) as EventOf<Type>['data'] | undefined;
  }

  /** The n-th stream with an event of the type, from the end where negative. */
  #stream(type: EventType, n: number): string {
    return [...(this.#streams.get(type) ?? [])].at(n) ?? '';
  }

  #ofVisits(event: Recorded, count: number): Besides[] {
    const { stream } = event;
    const client = this.#of('VisitScheduled', stream)?.clientId ?? '';
    const ofClient = streamOf('client', client);
    switch (event.type) {
      case 'OfferMade': {
        if (count % 20 !== 3) return [];
        const { round, officeId, respondBy } = event.data;
        const asked = { round, officeId, minutes: 30 };
        return [
          [stream, { type: 'MoreTimeRequested', data: { ...asked, note: null } }],
          ...(count % 40 === 3
            ? [[stream, { type: 'MoreTimeGranted', data: { ...asked, respondBy: addMinutes(respondBy, 30) } }] as const]
            : []),
        ];
      }
      case 'DelegationEscalated':
        return [
          [stream, { type: 'RoundsAdded', data: { rounds: [{ officeIds: [uuidOf('late')], windowMinutes: 60 }] } }],
        ];
      case 'VisitsWithdrawn': {
        const { because, visits } = event.data;
        const visitIds = visits.map(({ visitId }) => visitId);
        return because === 'UNCOVERED' && count % 2 === 0
          ? [[stream, { type: 'UncoveredAnswered', data: { visitIds, outcome: 'OWN_STAFF', note: null } }]]
          : [];
      }
      case 'VisitScheduled': {
        // Half an hour later by agreement; another is declined, another lapses.
        if (count % 20 !== 11) return [];
        const { plannedStart, plannedEnd, basis, fee, delegationId, assistOfficeId: officeId, ...planned } = event.data;
        const [changeId, visitId] = [uuidOf('change', stream, count), partsOfStream(stream).id];
        const later = { plannedStart: addMinutes(plannedStart, 30), plannedEnd: addMinutes(plannedEnd, 30) };
        const plan = { ...changeableOf({ ...planned, ...later }) };
        const reason = sealed(keyIdOf('client', client), '通院のため');
        const said = { proposedByOfficeId: planned.partnerOfficeId, reason, answerBy: plannedStart };
        const agreed = { ...plan, isBeforeVisit: true, basis, fee };
        const [declined, lapsed] = [uuidOf('declined', changeId), uuidOf('lapsed', changeId)];
        const answered = { answeredByOfficeId: officeId, note: null };
        const carried = { visitId, officeId, changeId, ...plan, basis, feeYen: fee.feeYen };
        return [
          [stream, { type: 'VisitChangeProposed', data: { changeId: declined, ...said, ...plan } }],
          [stream, { type: 'VisitChangeAnswered', data: { changeId: declined, ...answered, agreed: null } }],
          [stream, { type: 'VisitChangeProposed', data: { changeId: lapsed, ...said, ...plan } }],
          [stream, { type: 'VisitChangeLapsed', data: { changeId: lapsed } }],
          [stream, { type: 'VisitChangeProposed', data: { changeId, ...said, ...plan } }],
          [stream, { type: 'VisitChangeAnswered', data: { changeId, ...answered, agreed } }],
          [streamOf('delegation', delegationId), { type: 'VisitPlanChanged', data: carried }],
        ];
      }
      case 'CaregiverAssigned':
        return count % 25 === 7
          ? [
              [stream, { type: 'CaregiverAssigned', data: { caregiverId: null } }],
              [stream, { type: 'CaregiverAssigned', data: event.data }],
            ]
          : [];
      case 'VisitStarted': {
        // Mistaken, taken back and made anew.
        const reason = sealed(keyIdOf('client', client), '別の訪問でした');
        return count % 25 === 9
          ? [
              [stream, { type: 'PunchWithdrawn', data: { punch: 'START', reason } }],
              [stream, { type: 'VisitStarted', data: event.data }],
            ]
          : [];
      }
      case 'VisitMissed': {
        // A record takes the place of what was reported as missed.
        const recorded = this.#of('VisitRecorded', this.#stream('VisitRecorded', -1));
        return recorded ? [[stream, { type: 'VisitRecorded', data: recorded }]] : [];
      }
      case 'VisitCancelled': {
        // It had begun before, and its record comes after all.
        const [recorded, planned] = [
          this.#of('VisitRecorded', this.#stream('VisitRecorded', -1)),
          this.#of('VisitScheduled', stream),
        ];
        if (!recorded || !planned || count % 3 !== 1) return [];
        const made = { visitId: partsOfStream(stream).id, officeId: planned.assistOfficeId };
        return [
          [stream, { type: 'VisitRecorded', data: { ...recorded, recordedByOfficeId: planned.assistOfficeId } }],
          [streamOf('delegation', planned.delegationId), { type: 'VisitMadeAfterAll', data: made }],
        ];
      }
      case 'VisitReleased': {
        const said = { severity: 'ACKNOWLEDGE', otherVisitId: null, detail: null, digest: `${count}` } as const;
        const { assistOfficeId: formerOfficeId } = event.data;
        const raised = { code: 'RECORD_AFTER_RELEASE', ...said, formerOfficeId } as const;
        const punched = this.#of('VisitStarted', this.#stream('VisitStarted', -1));
        const late = punched && ({ punch: 'START', formerOfficeId, ...punched } as const);
        return [
          ...(late ? [[stream, { type: 'LatePunchKept', data: late }] as const] : []),
          [stream, { type: 'VisitExceptionRaised', data: raised }],
        ];
      }
      case 'VisitVerified':
        if (count % 50 === 10) {
          this.#withdrawn.push(ofClient);
          const withdrawn = { scope: 'SHARE_WITHIN_NETWORK', withdrawnOn: dayOf(event.recordedAt) } as const;
          return [[ofClient, { type: 'ConsentWithdrawn', data: withdrawn }]];
        }
        if (count % 50 === 20) {
          const planned = this.#of('VisitScheduled', stream);
          const [fromOfficeId, toOfficeId] = [planned?.partnerOfficeId ?? '', planned?.assistOfficeId ?? ''];
          const consentDocumentedBy = sealed(keyIdOf('client', client), '同意書');
          const on = addDays(dayOf(event.recordedAt), 7);
          return [
            [ofClient, { type: 'ClientTransferred', data: { fromOfficeId, toOfficeId, on, consentDocumentedBy } }],
          ];
        }
        if (count % 50 === 30) {
          const leftOn = addDays(dayOf(event.recordedAt), 3);
          return [[ofClient, { type: 'ClientLeft', data: { leftOn, reason: 'ADMITTED' } }]];
        }
        if (count % 50 === 45) {
          const again = this.#withdrawn[Math.floor(count / 100)] ?? ofClient;
          const given = this.#of('ConsentGiven', again);
          return given ? [[again, { type: 'ConsentGiven', data: { ...given, scope: 'SHARE_WITHIN_NETWORK' } }]] : [];
        }
        return [];
      case 'StatementLinesListed': {
        const line = event.data.lines.find(({ kind }) => kind === 'VISIT');
        const visit = streamOf('visit', line?.visitId ?? '');
        const recorded = this.#of('VisitRecorded', visit);
        const verified = this.#of('VisitVerified', visit);
        if (!line || !recorded || !verified) return [];
        // What has been paid is put right: it belongs into a later statement, as an adjustment.
        const { startedAt: _, endedAt: _end, startMethod: _start, endMethod, ...record } = recorded;
        const [adjustedStart, version] = [addMinutes(recorded.startedAt, -5), 7];
        const clientId = this.#of('VisitScheduled', visit)?.clientId ?? '';
        const reason = sealed(keyIdOf('client', clientId), '金額の誤り');
        const amended = { ...record, version, adjustedStart, adjustedEnd: null, reason };
        const fee = { ...verified.fee, feeYen: verified.fee.feeYen + 100 };
        const pricedBy = uuidOf('repriced', visit, count);
        this.#repriced.push({ settlement: stream, line: { ...line, pricedBy, kind: 'ADJUSTMENT', amountYen: 100 } });
        return [
          ...this.#disputesOf(stream, event.data, count),
          [visit, { type: 'VisitRecordReturned', data: { reason } }],
          [visit, { type: 'VisitRecordAmended', data: amended }],
          [visit, { type: 'VisitVerified', data: { recordVersion: version, fee } }, pricedBy],
        ];
      }
      case 'PaymentSettled': {
        const issued = this.#of('StatementIssued', stream);
        const paying = issued ? this.#paying(stream, event.data, issued.assistOfficeId, count) : [];
        const lines = this.#repriced.filter((one) => one.settlement === stream).map(({ line }) => line);
        if (!issued || lines.length === 0) return paying;
        const [before, statementId] = [issued.statementId, uuidOf('correction', stream, count)];
        const number = `${issued.number}-${count}`;
        const listed = lines.map((line, n) => ({
          ...line,
          corrects: line.lineId,
          carriedFrom: n === 0 ? before : null,
        }));
        return [
          [
            stream,
            { type: 'StatementIssued', data: { ...issued, statementId, number, lineCount: lines.length, totalYen: 0 } },
          ],
          [stream, { type: 'StatementLinesListed', data: { statementId, from: 0, lines: listed } }],
          ...(count % 3 === 0 ? this.#voiding(stream, { ...issued, statementId, number, totalYen: 0 }, listed) : []),
          [stream, { type: 'StatementConfirmed', data: { statementId, deemed: false } }],
          ...(count % 2 === 0
            ? [
                [
                  stream,
                  {
                    type: 'PaymentApproved',
                    data: { statementId, contentHash: '', approvedBy: 'p', accountDigest: null },
                  },
                ] as const,
              ]
            : []),
          ...paying,
        ];
      }
      default:
        return [];
    }
  }

  /** Of a line that another statement stands beside: open, rejected, or upheld with an amount. */
  #disputesOf(
    stream: string,
    { statementId, lines }: EventOf<'StatementLinesListed'>['data'],
    count: number,
  ): Besides[] {
    const line = lines.filter(({ kind }) => kind === 'VISIT').at(-1);
    if (!line) return [];
    const { lineId, visitId } = line;
    const reason = sealed(keyIdOf('office', partsOfStream(stream).id), '訪問時間が違います');
    const opened = { statementId, lineId, visitId, reason, digest: `${count}` };
    const outcome = count % 3 === 1 ? ('UPHELD' as const) : ('REJECTED' as const);
    const adjustmentYen = outcome === 'UPHELD' ? -300 : null;
    const answer = { statementId, lineId, outcome, answer: reason, adjustmentYen, digest: `${count}` };
    const answered = { ...answer, answeredOn: '2026-07-05', confirmBy: '2026-07-15' };
    const answerId = uuidOf('answer', stream, count);
    const added = { ...line, kind: 'ADJUSTMENT' as const, pricedBy: answerId, amountYen: -300 };
    if (outcome === 'UPHELD') this.#repriced.push({ settlement: stream, line: added });
    return [
      [stream, { type: 'LineDisputed', data: opened }],
      ...(count % 3 === 0 ? [] : [[stream, { type: 'DisputeResolved', data: answered }, answerId] as const]),
    ];
  }

  /** A statement is voided, and another takes its place. */
  #voiding(stream: string, issued: EventOf<'StatementIssued'>['data'], lines: readonly StatementLine[]): Besides[] {
    const [voided, statementId] = [issued.statementId, uuidOf('again', issued.statementId)];
    const reason = sealed(keyIdOf('office', issued.partnerOfficeId), '締める月を誤ったため');
    const { month: lastClosedMonth } = issued;
    const again = { ...issued, statementId, number: `${issued.number}-2`, replaces: voided };
    return [
      [stream, { type: 'StatementVoided', data: { statementId: voided, reason, lastClosedMonth, digest: voided } }],
      [stream, { type: 'StatementIssued', data: again }],
      [stream, { type: 'StatementLinesListed', data: { statementId, from: 0, lines: [...lines] } }],
    ];
  }

  /** It comes back, the payee has an account by then, and every other is put into a file again. */
  #paying(
    stream: string,
    { statementId, amountYen }: EventOf<'PaymentSettled'>['data'],
    payee: string,
    count: number,
  ): Besides[] {
    const { BankAccountSet, PaymentFailed, PaymentInstructed, BankFileMade } = EXAMPLE_EVENTS;
    const settlementId = partsOfStream(stream).id;
    const bankFileId = uuidOf('bankfile', stream, count);
    const transfers = [{ settlementId, statementId, amountYen }];
    const back: Besides[] = [
      [stream, { type: 'PaymentFailed', data: { ...PaymentFailed.full.data, statementId } }],
      [streamOf('office', payee), { type: 'BankAccountSet', data: BankAccountSet.full.data }],
    ];
    if (count % 3 === 0) return [...back, [stream, { type: 'ApprovalTakenBack', data: { statementId } }]];
    if (count % 3 === 1) return [];
    return [
      ...back,
      [
        stream,
        { type: 'PaymentInstructed', data: { ...PaymentInstructed.full.data, statementId, bankFileId, amountYen } },
      ],
      [
        streamOf('bankfile', bankFileId),
        { type: 'BankFileMade', data: { ...BankFileMade.full.data, transfers, totalYen: amountYen } },
      ],
    ];
  }

  #ofPeople(event: Recorded, count: number): Besides[] {
    const network = this.#stream('NetworkFormed', 0);
    if (event.type === 'DelegationRequested') return this.#ofDirectory(count, network);
    if (event.type !== 'VisitRecorded') return [];
    const visit = this.#of('VisitScheduled', event.stream);
    const office = streamOf('office', visit?.assistOfficeId ?? '');
    const caregiverId = event.data.caregiverId;
    const day = dayOf(event.recordedAt);
    switch (count % 60) {
      case 5: {
        const qualifications = [count % 120 === 5 ? ('DAILY_LIVING_ONLY' as const) : ('PRACTITIONER' as const)];
        return [[office, { type: 'CaregiverChanged', data: { caregiverId, qualifications } }]];
      }
      case 15:
        return [[office, { type: 'CaregiverLeft', data: { caregiverId, leftOn: day } }]];
      case 20:
        return [[office, { type: 'CaregiverLeft', data: { caregiverId, leftOn: null } }]];
      case 25:
      case 40: {
        // A caregiver works for a further office, and then no longer for the first.
        const members = [...(this.#streams.get('MemberEnrolled') ?? [])];
        const member = members.find((one) => this.#of('MemberEnrolled', one)?.caregiverId === caregiverId);
        const enrolled = member && this.#of('MemberEnrolled', member);
        if (!member || !enrolled) return [];
        if (count % 60 === 40) {
          const removed = { subject: enrolled.subject, officeId: enrolled.officeId };
          return [
            [
              member,
              {
                type: 'MemberRemoved',
                data: { ...removed, reason: sealed(keyIdOf('member', partsOfStream(member).id), '退職') },
              },
            ],
          ];
        }
        const further = members
          .map((one) => this.#of('MemberEnrolled', one))
          .find((one) => one?.role === 'CAREGIVER' && one.officeId !== enrolled.officeId);
        if (!further) return [];
        const data = { ...further, subject: enrolled.subject };
        // One that nobody has answered yet.
        if (count === 25) {
          const unanswered = { ...further, subject: enrolled.subject, officeId: uuidOf('a further office') };
          return [[member, { type: 'MemberInvited', data: unanswered }]];
        }
        const invited: Besides = [member, { type: 'MemberInvited', data }];
        return [invited, [member, { type: 'MembershipConfirmed', data }]];
      }
      case 50:
        return this.#ofSurvey(network, count);
      default:
        return [];
    }
  }

  #ofDirectory(count: number, network: string): Besides[] {
    const agreement = this.#stream('TermsProposed', count % 3);
    const proposed = this.#of('TermsProposed', agreement);
    const office = this.#stream('OfficeRegistered', -1);
    const client = this.#stream('ClientRegistered', count % 5);
    const officeId = partsOfStream(office).id;
    const reason = sealed(keyIdOf('member', memberIdOf('n1-auditor')), '任期満了');
    const viewer = { subject: 'n1-auditor', role: 'AUDITOR', memberName: null } as const;
    switch (count) {
      case 10:
      case 20:
        return proposed
          ? [
              [agreement, { type: 'TermsProposed', data: { ...proposed, version: proposed.version + 1 } }],
              [agreement, { type: 'TermsProposed', data: { ...proposed, version: proposed.version + 2 } }],
              [agreement, { type: 'TermsDeclined', data: { version: proposed.version + 2, note: reason } }],
              [agreement, { type: 'TermsProposed', data: { ...proposed, version: proposed.version + 3 } }],
              [agreement, { type: 'TermsAgreed', data: { version: proposed.version + 3 } }],
              [
                agreement,
                { type: 'TermsEnded', data: { version: proposed.version + 3, endsOn: '2026-12-31', reason } },
              ],
            ]
          : [];
      case 25:
        return proposed ? [[agreement, { type: 'TermsProposed', data: { ...proposed, version: 9 } }]] : [];
      case 30:
        return [
          [office, { type: 'OfficeDetailsChanged', data: { name: '改称', phone: null } }],
          [office, { type: 'NoticeEmailSet', data: { ...EXAMPLE_EVENTS.NoticeEmailSet.full.data } }],
          [notices, { type: 'NoticeGiven', data: { ...NoticeGiven.full.data, officeId: partsOfStream(office).id } }],
          [
            notices,
            { type: 'NoticeReturned', data: { ...NoticeReturned.full.data, officeId: partsOfStream(office).id } },
          ],
          [
            office,
            { type: 'OfficeDetailsChanged', data: { surcharges: { from: '2026-10-01', surcharges: ['SPECIFIED_1'] } } },
          ],
        ];
      case 33: {
        const given = streamOf('network', uuidOf('a network given up'));
        return [
          [given, { type: 'NetworkFormed', data: { name: '取りやめ', area: '大田区', fiscalYear: 2026 } }],
          [given, { type: 'NetworkDissolved', data: { reason } }],
        ];
      }
      case 35:
        return [[client, { type: 'ClientChanged', data: { area: '転居先', personal: { phone: null } } }]];
      case 36:
        return this.#ofCareplan(client, officeId);
      case 40:
        return [
          [network, { type: 'OfficeLeft', data: { officeId, leftOn: '2026-10-31' } }],
          [network, { type: 'OfficeJoined', data: { officeId, roles: ['PARTNER'], joinedOn: '2026-11-15' } }],
          [network, { type: 'OfficeJoined', data: { officeId, roles: ['PARTNER', 'ASSIST'], joinedOn: '2026-11-10' } }],
        ];
      case 45:
        return [
          [network, { type: 'ViewerAppointed', data: { ...viewer, role: 'CONSULTANT' } }],
          [network, { type: 'ViewerDismissed', data: { subject: viewer.subject, reason } }],
          [network, { type: 'ViewerAppointed', data: viewer }],
        ];
      default:
        return [];
    }
  }

  /** A month's plan of a client, imported twice, and two files of it. */
  #ofCareplan(client: string, partnerOfficeId: string): Besides[] {
    const clientId = partsOfStream(client).id;
    const plan = streamOf('plan', planIdOf(clientId, '2026-06'));
    const { CareplanImported, CareplanExported } = EXAMPLE_EVENTS;
    const of = { clientId, partnerOfficeId };
    const exported = { ...CareplanExported.full.data, ...of };
    return [
      [plan, { type: 'CareplanImported', data: { ...CareplanImported.bare.data, ...of } }],
      [plan, { type: 'CareplanImported', data: { ...CareplanImported.full.data, ...of } }],
      [plan, { type: 'CareplanExported', data: exported }],
      [plan, { type: 'CareplanExported', data: { ...exported, fileId: uuidOf('deletion'), kind: 'DLTJSK' } }],
    ];
  }

  /** Closed, an answer that raced the closing, and the end of a study. */
  #closing(survey: string, late: string): Besides[] {
    const answer = sealed(keyIdOf('answer', partsOfStream(late).id), '回答');
    return [
      [survey, { type: 'SurveyClosed', data: {} }],
      [late, { type: 'InvitationUsed', data: { answer } }],
      [late, { type: 'AnswerRefused', data: {} }],
      [EXAMPLE_EVENTS.StudyEnded.stream, EXAMPLE_EVENTS.StudyEnded.full],
    ];
  }

  /** A survey from its draft to its end, of which not all answers are gathered. */
  #ofSurvey(network: string, count: number): Besides[] {
    const [id, networkId] = [uuidOf('survey', count), partsOfStream(network).id];
    const survey = streamOf('survey', id);
    const { SurveyDrafted, SurveyPublished, SurveyOpened, FrameListed, SurveyAnswered } = EXAMPLE_EVENTS;
    const drafted = { ...SurveyDrafted.full.data, networkIds: [networkId] };
    const [template] = FrameListed.full.data.respondents;
    if (!template) throw new Error('an example of a respondent');
    const respondents = Array.from({ length: RESPONDENTS }, (_, n) => {
      const audience = n % 5 === 0 ? ('FAMILY' as const) : ('CAREGIVER' as const);
      return { ...template, audience, networkId, respondentId: uuidOf('respondent', count, n), invited: true };
    });
    const invitationOf = (n: number): string => invitationIdOf(id, respondents[n]?.respondentId ?? '');
    const used = respondents.flatMap((one, n) => (n % 4 === 3 ? [] : [{ n, audience: one.audience }]));
    const gathered = used.filter(({ audience }) => audience === 'CAREGIVER').slice(0, 10);
    const answers = streamOf('answer', id);
    const other = { ...drafted, networkIds: [networkId, uuidOf('another network', count)] };
    return [
      [survey, { type: 'SurveyDrafted', data: other }],
      [survey, { type: 'SurveyDrafted', data: drafted }],
      [survey, { type: 'SurveyPublished', data: SurveyPublished.full.data }],
      [survey, { type: 'SurveyOpened', data: SurveyOpened.full.data }],
      [survey, { type: 'FrameListed', data: { respondents } }],
      ...respondents.flatMap((respondent, n): Besides[] => {
        const stream = streamOf('invitation', invitationOf(n));
        const tokenHash = `hash ${count} ${n}`;
        return [
          [stream, { type: 'RespondentInvited', data: { surveyId: id, respondent, tokenHash } }],
          ...(n % 4 === 1 ? [[stream, { type: 'RespondentReminded', data: {} }] as const] : []),
        ];
      }),
      ...used.map(({ n }): Besides => {
        const answer = sealed(keyIdOf('answer', invitationOf(n)), '回答');
        return [streamOf('invitation', invitationOf(n)), { type: 'InvitationUsed', data: { answer } }];
      }),
      [survey, { type: 'RespondentsReminded', data: {} }],
      ...(count % 120 === 50 ? this.#closing(survey, streamOf('invitation', invitationOf(3))) : []),
      [
        answers,
        {
          type: 'AnswersGathered',
          data: { networkId, audience: 'CAREGIVER', invitationIds: gathered.map(({ n }) => invitationOf(n)) },
        },
      ],
      ...gathered.map((): Besides => {
        const data = { ...SurveyAnswered.full.data, networkId, audience: 'CAREGIVER' as const };
        return [answers, { type: 'SurveyAnswered', data }];
      }),
    ];
  }
}
