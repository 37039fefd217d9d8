import type { DemoGoodsTexts } from '../../en/admin/demo-goods';

export const demoGoods: DemoGoodsTexts = {
  title: 'Ta bort demovarorna',
  link: 'Ta bort demovarorna',
  intro:
    'Butiken levererades med varor att prova med. Att de tas bort går inte att ångra. Dina egna varor finns kvar, och alla ordrar behåller sina rader, kvitton och återbetalningar.',
  none: 'Det finns inga demovaror att ta bort.',
  groups: {
    deleted: (n) => `Raderas: ${n}`,
    'taken-off': (n) => `Tas ur försäljning: ${n}`,
    kept: (n) => `Blir kvar: ${n}`,
  },
  hints: {
    deleted: 'Ingen har beställt dem. Även deras kategorier raderas om inget annat finns i dem.',
    'taken-off':
      'De finns i ordrar och blir därför kvar i varulistan, för återbetalningar och lager, men syns inte längre i butiken. En kategori utan andra varor visas inte.',
    kept: 'Du har ändrat deras texter eller bild, så de räknas som dina egna.',
  },
  remove: 'Ta bort demovarorna',
};
