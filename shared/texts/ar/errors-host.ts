/** Numbers from the computer: the older stages of a restore, and its USB layer. */
export const errorsHost = {
  'error.1413.title': 'مشكلة بين الكمبيوتر والهاتف أثناء الاستعادة',
  'error.1413.meaning':
    'يجد iTunes أو Finder صعوبة في التحدث مع الهاتف أثناء الاستعادة. يأتي مبكرًا، قبل أن يعمل برنامج الاستعادة في الهاتف نفسه، ويشير إلى الكابل أو منفذ USB أو الاتصال. ليس علامة نموذجية على عتاد معطّل.',
} as const
