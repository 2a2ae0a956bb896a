/** The command line’s sentences about errors and plans. */
export const errorsCommands = {
  'error.unknown.title': 'Handhold 不认识代码 {code}',
  'error.unknown.meaning':
    '目录中没有 {code}。采用默认顺序：先做代价最小、最安全的步骤，保留数据的都做完之前不做任何会抹掉数据的步骤。',
} as const
