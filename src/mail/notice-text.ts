/** How many tasks a notice is about. */
export interface Counts {
  /** That cannot wait. */
  readonly urgent: number;
  readonly other: number;
}

/**
 * What a notice says: how many tasks have arisen and where to read them. It holds no personal data,
 * as mail is read by many: no name of a person or an office, no time, no place.
 */
export const noticeText = ({ urgent, other }: Counts, address: string): { subject: string; text: string } => {
  const isUrgent = urgent > 0;
  const counted = isUrgent
    ? `至急の用件が${urgent}件${other > 0 ? `、ほかに新しい用件が${other}件` : ''}あります。`
    : `新しい用件が${other}件あります。`;
  const inEnglish = [
    ...(isUrgent ? [`${urgent} urgent`] : []),
    ...(other > 0 ? [`${other} ${isUrgent ? 'other' : 'new'}`] : []),
  ];
  return {
    subject: `【パートナー訪問介護】${isUrgent ? '至急の用件があります' : '新しい用件があります'}`,
    text: [
      `${counted}次のページを開いて確かめてください。`,
      address,
      '',
      `Tasks that wait for your office: ${inEnglish.join(', ')}. Open the page above.`,
      'このメールは自動で送られています。返信はできません。',
      '',
    ].join('\n'),
  };
};
