/** Sentences about logs of restores, firmware files, and what is asked of a phone over its own connection. */
export const logs = {
  'ipsw.problem.empty': 'الملف فارغ.',
  'ipsw.problem.not-a-zip': 'الملف ليس ملف برنامج ثابت: لا يبدأ كواحد.',
  'ipsw.problem.truncated': 'نهاية الملف مفقودة، كما بعد تنزيل توقف.',
  'ipsw.problem.damaged-directory': 'قائمة المحتويات داخل الملف تالفة.',
  'ipsw.problem.damaged-entry': '“{entry}” داخل الملف تالف.',
  'ipsw.problem.hostile': 'الملف مبني بطريقة لا يُبنى بها أي ملف برنامج ثابت من Apple ({detail}). ينبغي عدم استخدامه.',
  'ipsw.problem.nested': 'البرنامج الثابت محزوم مرة أخرى: المطلوب هو “{entry}” داخل الملف.',
  'ipsw.problem.no-manifest': 'الملف من نوع zip، لكن لا برنامج ثابت فيه: “{detail}” مفقود.',
  'ipsw.problem.manifest-unreadable': 'تتعذر قراءة “{detail}” داخل الملف.',
  'ipsw.problem.missing': '“{entry}” مفقود داخل الملف.',
  'log.tool.itunes': 'iTunes',
  'log.tool.apple-devices': 'أجهزة Apple',
  'log.tool.idevicerestore': 'idevicerestore',
  'log.phone': 'الهاتف',
  'log.phase.dfu': 'في DFU',
  'log.phase.recovery': 'في الاسترداد',
} as const
