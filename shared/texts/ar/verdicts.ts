/** One sentence per row of the verdict table: what USB showed, then what it likely means. Nothing claims to have seen a button. */
export const verdicts = {
  'verdict.name.entered': 'دخل',
  'verdict.name.never-left': 'لم يغادر USB',
  'verdict.name.came-back-in-recovery': 'عاد في الاسترداد',
  'verdict.name.came-back-in-system': 'بدأ النظام من جديد',
  'verdict.name.other-mode': 'وضع بدء آخر',
  'verdict.name.maybe-dfu': 'ربما DFU',
  'verdict.name.lost-after-dfu': 'ظهر DFU ثم فُقد',
  'verdict.name.soft-dfu': 'DFU، لكنه ليس الخاص بذاكرة ROM',
  'verdict.name.nothing-returned': 'لم يعد شيء',
  'verdict.name.unasked': 'وضع بدء دون طلب',
  'verdict.name.taken-by-other': 'يستخدمه برنامج آخر',
  'verdict.name.cancelled': 'أوقفته أنت',
  'verdict.name.interrupted': 'قُطع',
  'verdict.entered.dfu': 'يُظهر USB وضع DFU، وبقي ثلاث ثوانٍ.',
  'verdict.entered.recovery': 'يُظهر USB وضع الاسترداد، وبقي ثلاث ثوانٍ.',
  'verdict.entered.exit-dfu': 'غادر الهاتف DFU: عاد إلى USB بنظامه، وبقي ثلاث ثوانٍ.',
  'verdict.entered.exit-recovery': 'غادر الهاتف وضع الاسترداد: عاد إلى USB بنظامه، وبقي ثلاث ثوانٍ.',
  'verdict.entered.restart': 'غادر الهاتف USB وعاد بنظامه، وبقي ثلاث ثوانٍ.',
  'verdict.entered.power-off': 'غادر الهاتف USB ولم يعد خلال عشر ثوانٍ: الأرجح أنه مطفأ.',
  'verdict.never-left':
    'لم يغادر الهاتف USB قط، فلم تحدث إعادة ضبط: الأرجح أن زرًا رُفع عنه الإصبع مبكرًا جدًا، أو أن الترتيب لم يكن المطلوب.',
  'verdict.assisted-never-left':
    'أمر الكمبيوتر الهاتف بإعادة التشغيل، لكن الهاتف لم يغادر USB: شيء بينهما لم ينقل الأمر.',
  'verdict.back-in-recovery':
    'غادر USB وعاد في وضع الاسترداد بعد {seconds} ث: الأرجح أن الزرين، أو الزر الخطأ، ضُغطا مدة أطول من اللازم.',
  'verdict.back-in-recovery-soon':
    'غادر USB وعاد في وضع الاسترداد بعد {seconds} ث: الأرجح أنه أعاد التشغيل فحسب، لأن زرًا رُفع عنه الإصبع مبكرًا جدًا أو لأن الكابل لا ينقل إشارة DFU.',
  'verdict.exit-back-in-recovery':
    'غادر USB وعاد في وضع الاسترداد بعد {seconds} ث: إما أنه مضبوط على البدء هناك، أو أن نظامه لا يستطيع البدء، أو أن الأزرار ضُغطت إلى ما بعد الشعار.',
  'verdict.back-in-system':
    'غادر USB وبدأ النظام من جديد بعد {seconds} ث: الأرجح أن زرًا رُفع عنه الإصبع مبكرًا جدًا، أو حدثت فجوة، أو أن هذا الكابل لا ينقل إشارة DFU.',
  'verdict.recovery-back-in-system':
    'غادر USB وبدأ النظام من جديد بعد {seconds} ث: الأرجح أن الأصابع رُفعت عند شعار Apple أو قبله.',
  'verdict.other-mode': 'غادر USB وظهر في وضع بدء لم يُطلب.',
  'verdict.recovery-other-mode': 'غادر USB وظهر في وضع بدء غير الاسترداد: الأرجح أن زرًا رُفع عنه الإصبع قبل الآخر.',
  'verdict.cable-likely':
    'غادر USB وعاد بعد {seconds} ث، وأنت رفعت إصبعك عند النغمة: الأرجح أن هذا الكابل أو المحول لا ينقل إشارة DFU.',
  'verdict.maybe-dfu':
    'يُظهر USB وضعًا تفيد التقارير بأن iPhone 14 والأحدث يُظهره بدلاً من DFU، لكنه ليس DFU نفسه: انظر إلى الشاشة وإلى ما يقوله Finder أو أجهزة Apple أو iTunes.',
  'verdict.lost-after-dfu': 'ظهر DFU على USB ثم فُقد: ربما ضُغط زر مدة أطول من اللازم، أو انقطع الاتصال.',
  'verdict.soft-dfu':
    'يُظهر USB وضع DFU، لكن وسمه ليس وسم ذاكرة ROM في الشريحة: تبدو هذه الحالة مثل DFU وقد لا تقبل الاستعادة.',
  'verdict.nothing-returned':
    'غادر USB ولم يعد شيء خلال دقيقة. قد يكون مطفأ ببطارية فارغة، أو أن الاتصال أو برنامج التشغيل لا يُظهره.',
  'verdict.unasked':
    'غادر USB وظهر في وضع بدء مع أن أي دليل هنا لم يطلبه. إذا لم يضغط أحد على أزراره ولم يفعل ذلك برنامج آخر، فقد تكون هذه علامة على عطل في العتاد.',
  'verdict.assisted-not-sent':
    'تعذّر إرسال أمر إعادة التشغيل إلى الهاتف ولم يغادر USB قط: الأرجح أن برنامج تشغيل أو برنامجًا آخر يمنع ذلك.',
  'verdict.only-blinked':
    'غادر USB للحظة فقط ثم عاد في الوضع نفسه، وهذا أسرع من أن يكون إعادة تشغيل: الأرجح أن الاتصال انقطع أو أن الكابل تحرّك.',
  'verdict.power-off-back-in-recovery': 'غادر USB وعاد في وضع الاسترداد بعد {seconds} ث: أُعيد تشغيله بدلًا من أن ينطفئ.',
  'verdict.power-off-back-in-system': 'غادر USB وعاد نظامه بعد {seconds} ث: لم يبقَ مطفأً، أو انقطع الاتصال فقط.',
  'verdict.back-in-recovery-later':
    'غادر USB وعاد في وضع الاسترداد بعد {seconds} ث: الأرجح أن الأزرار ضُغطت مدة أطول من اللازم. وربما أعاد التشغيل إلى هناك من تلقاء نفسه، ولا يستطيع USB التمييز بينهما هنا.',
  'verdict.came-up.recovery': 'لم يُظهر USB هذا الهاتف من قبل، ثم ظهر في وضع الاسترداد.',
  'verdict.came-up.normal': 'لم يُظهر USB هذا الهاتف من قبل، ثم ظهر بنظامه.',
  'verdict.came-up.other': 'لم يُظهر USB هذا الهاتف من قبل، ثم ظهر في وضع إقلاع لم يُطلب.',
  'verdict.nothing-appeared':
    'لم يُظهر USB هذا الهاتف من قبل، ولم يُظهره حتى انتهاء الانتظار، لذلك لا يُعرف ما الذي فعلته الأزرار.',
  'verdict.taken-by-other': 'تعذر فتح الهاتف لأن برنامجًا آخر أو برنامج تشغيل يستخدمه. لم يُرسل إليه شيء.',
  'verdict.cancelled': 'أوقفت أنت هذه المحاولة.',
  'verdict.interrupted': 'توقف التطبيق أو الكمبيوتر أثناء هذه المحاولة، فلم تُر نهايتها.',
  'reason.released-early': 'رُفع الإصبع عن زر مبكرًا جدًا',
  'reason.held-too-long': 'ضُغطت الأزرار مدة أطول من اللازم',
  'reason.gap-between-phases': 'كانت هناك لحظة بلا ضغط على زر بين مرحلتين',
  'reason.wrong-button': 'ضُغط زر خطأ',
  'reason.wrong-order': 'رُفع الإصبع عن الزر الخطأ أولاً، أو كان الترتيب مختلفًا',
  'reason.cable-cannot-signal': 'هذا الكابل أو المحول لا ينقل إشارة DFU',
  'reason.driver': 'برنامج تشغيل أو برنامج آخر يستخدم الهاتف',
  'reason.hub-or-port': 'قطع موزّع USB أو المنفذ الاتصال',
  'reason.board-fault': 'عطل في الهاتف',
  'reason.battery': 'البطارية فارغة',
  'reason.unknown': 'غير معروف مما يُظهره USB',
  'likelihood.likely': 'مرجّح',
  'likelihood.possible': 'ممكن',
  'likelihood.unlikely': 'غير مرجّح',
  'change.none': 'لا حاجة إلى تغيير شيء.',
  'change.close-others-or-by-hand': 'أغلق Finder أو أجهزة Apple أو iTunes وحاول مرة أخرى، أو افعل ذلك يدويًا.',
  'change.by-hand': 'في المرة القادمة افعل ذلك يدويًا: الأزرار تعيد تشغيل الهاتف أيًا كان ما يقوله الكمبيوتر.',
  'change.hold-longer-before-black': 'في المرة القادمة استمر في الضغط على الأزرار حتى تصبح الشاشة سوداء وتُسمع النغمة.',
  'change.look-at-screen-and-finder':
    'هل الشاشة سوداء، وهل يعرض Finder أو أجهزة Apple أو iTunes استعادته؟ إذًا أكمل كما في DFU.',
  'change.let-go-at-first-tone': 'في المرة القادمة ارفع أصابعك عن كل الأزرار عند أول نغمة تطلب ذلك.',
  'change.hold-until-it-leaves':
    'في المرة القادمة استمر في الضغط دون انقطاع حتى النغمة التي تقول إن الهاتف غادر USB. إذا لم تأتِ، فالدليل يقول متى تبدأ من جديد.',
  'change.let-go-at-logo-or-update':
    'في المرة القادمة ارفع إصبعك عند شعار Apple. إذا عاد إلى ذلك مرة أخرى، فاختر تحديث في Finder أو أجهزة Apple أو iTunes: إنه يحتفظ بالبيانات.',
  'change.keep-second-down': 'في المرة القادمة لا ترفع إصبعك عن الزر الثاني لحظة واحدة حتى النغمة.',
  'change.release-power-at-tone': 'في المرة القادمة ارفع إصبعك عن الزر الأول عند النغمة مباشرة؛ ستأتي أبكر قليلاً.',
  'change.hold-past-logo': 'في المرة القادمة استمر في الضغط بعد شعار Apple حتى صورة الكابل.',
  'change.keep-all-until-picture': 'في المرة القادمة استمر في الضغط على كل الأزرار حتى صورة الكابل.',
  'change.once-more-from-card': 'اقرأ البطاقة مرة أخرى وحاول من جديد.',
  'change.force-restart': 'افرض إعادة التشغيل، وجرّب منفذًا آخر على الكمبيوتر مباشرة، ثم حاول مرة أخرى.',
  'change.back-up-and-have-it-looked-at':
    'إذا حدث ذلك مرة أخرى، فانسخ احتياطيًا حالما يعمل الهاتف، واعرضه على Apple أو ورشة إصلاح.',
  'change.plug-in-firmly': 'أدخل الكابل بإحكام من طرفيه، في الكمبيوتر مباشرة، ولا تحرّكه، ثم حاول من جديد.',
  'change.shut-down-in-settings': 'في المرة القادمة أطفئه من الإعدادات، عام، إيقاف التشغيل، دون الأزرار.',
  'change.charge-and-other-port':
    'تحقّق من طرفي الكابل وجرّب منفذًا آخر في الكمبيوتر مباشرة. وإذا كانت البطارية ربما فارغة فدعه يشحن أولًا.',
  'change.try-other-cable':
    'جرّب كابلاً آخر قبل المحاولة التالية: لمنفذ Lightning كابل USB-A عادي (أو USB-A مع محول)، ولمنفذ USB-C كابل بيانات، واقلبه مرة.',
  'change.try-other-cable.lightning':
    'قبل المحاولة التالية خذ كابل USB-A إلى Lightning، مباشرة في الكمبيوتر أو على محول USB-A: تفيد تقارير بأن كابلات USB-C إلى Lightning لا تنقل إشارة DFU.',
  'change.try-other-cable.usb-c':
    'قبل المحاولة التالية خذ كابل USB-C ينقل البيانات (بعضها للشحن فقط)، واقلب قابسه مرة، ثم جرّب كابل USB-C إلى USB-A. لم يتأكد أن ذلك ينفع مع DFU.',
  'change.try-other-cable.30-pin':
    'قبل المحاولة التالية خذ كابلاً آخر بثلاثين سنًا، مباشرة في الكمبيوتر. لم يتأكد أن ذلك ينفع مع DFU.',
} as const
