/** The command line’s sentences about errors and plans. */
export const errorsCommands = {
  'error.unknown.title': 'لا يعرف Handhold الرمز {code}',
  'error.unknown.meaning':
    'لا سطر في الفهرس يذكر {code}. الخطوات هي الترتيب الافتراضي: الأرخص والأكثر أمانًا أولاً، ولا شيء يمسح قبل كل ما يحتفظ بالبيانات.',
} as const
