/** Numbers from preparing and signing the firmware. `{status}` is what the server itself said. */
export const errorsSigning = {
  'error.3194.title': 'لا توقّع Apple هذا البرنامج الثابت لهذا الهاتف',
  'error.3194.meaning':
    'الحالة {status} من خادم التوقيع (3100 + {status} = 3194): هذا الإصدار غير موقّع، أو لم يعد موقّعًا، لهذا الهاتف، أو أن سطرًا في ملف hosts يرسل السؤال إلى مكان آخر. لا كابل ولا منفذ يعالجه.',
} as const
