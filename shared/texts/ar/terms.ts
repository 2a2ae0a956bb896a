import type { Terms } from '../terms.ts'

/** The Arabic terms; see `../terms.ts`. Labels as in Apple's Arabic programs, from memory and not checked against them. */
export const terms: Terms = {
  button: {
    home: 'زر الشاشة الرئيسية',
    side: 'الزر الجانبي',
    top: 'الزر العلوي',
    'volume-up': 'زر رفع الصوت',
    'volume-down': 'زر خفض الصوت',
    'volume-near-top': 'زر الصوت الأقرب إلى الزر العلوي',
    'volume-far-from-top': 'زر الصوت الأبعد عن الزر العلوي',
  },
  buttonInText: {
    home: 'زر الشاشة الرئيسية',
    side: 'الزر الجانبي',
    top: 'الزر العلوي',
    'volume-up': 'رفع الصوت',
    'volume-down': 'خفض الصوت',
    'volume-near-top': 'الأقرب',
    'volume-far-from-top': 'الأبعد',
  },
  product: { finder: 'Finder', appleDevices: 'أجهزة Apple', itunes: 'iTunes' },
  label: {
    update: 'تحديث',
    restore: 'استعادة',
    trust: 'الوثوق',
    allow: 'السماح',
    backUpNow: 'النسخ الاحتياطي الآن',
  },
  verb: {
    keep: ['لا ترفع إصبع', 'استمر في الضغط', 'استمر الضغط'],
    avoid: ['لا تضغط', 'لا تستمر في الضغط', 'قبل أن تلمس', 'لا تلمس', 'ولا زر آخر'],
    letGo: ['ارفع إصبع', 'ارفع أصابع', 'وارفع إصبع'],
    hold: ['اضغط مطولاً', 'مضغوطان', 'أضف', 'اضغط على الاثنين'],
    press: ['اضغط على'],
  },
  erase: ['مسح', 'مسوح'],
  emergency: ['طوارئ'],
}
