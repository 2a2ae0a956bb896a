/** Choosing a language, and saying where a text has not been translated. Names of languages stand in `languages.ts`, each in itself. */
export const languages = {
  'settings.language': 'اللغة',
  'settings.language.what': 'الشاشات والرسوم والإرشادات المنطوقة. ما يأتي من برامج Apple نفسها يبقى كما تعرضه.',
  'settings.language.system': 'كالنظام',
  'languages.in-english': 'بالإنجليزية',
} as const
