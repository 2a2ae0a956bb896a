/** Choosing a language, and saying where a text has not been translated. Names of languages stand in `languages.ts`, each in itself. */
export const languages = {
  'settings.language': 'اللغة',
  'settings.language.what': 'الشاشات والرسوم والإرشادات المنطوقة. ما يأتي من برامج Apple نفسها يبقى كما تعرضه.',
  'settings.language.system': 'كالنظام',
  'button.home.label': 'الشاشة الرئيسية',
  'button.side.label': 'الزر الجانبي',
  'button.top.label': 'الزر العلوي',
  'button.volume-up.label': 'رفع الصوت',
  'button.volume-down.label': 'خفض الصوت',
  'button.volume-near-top.label': 'الصوت الأقرب إلى العلوي',
  'button.volume-far-from-top.label': 'الصوت الأبعد عن العلوي',
  'languages.in-english': 'بالإنجليزية',
} as const
