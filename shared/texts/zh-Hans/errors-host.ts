/** Numbers from the computer: the older stages of a restore, and its USB layer. */
export const errorsHost = {
  'error.1413.title': '恢复时电脑与手机之间有问题',
  'error.1413.meaning':
    'iTunes 或访达在恢复时与手机通信有困难。它出现得较早，在手机自己的恢复程序运行之前，指向数据线、USB 接口或连接。它不是硬件损坏的典型迹象。',
} as const
