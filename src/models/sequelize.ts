import { defineModel } from './define-model.js';
import type { QueryChain, SourceRow } from './library-model.js';

const MODEL = { type: 'sequelize.Model' } as const;
const SEQUELIZE = { type: 'sequelize.Sequelize' } as const;
const PACKAGES = ['sequelize', 'sequelize-typescript', '@sequelize/core'];
const CHAIN: QueryChain = { keeps: ['get', 'toJSON', 'reload', 'save', 'update', 'set'], wholes: ['dataValues'] };
const ROW = { from: MODEL, gives: 'record', chain: CHAIN } satisfies Partial<SourceRow>;

/** Instances, with all their attributes, unless `attributes` names some. Models are classes that extend `Model`, or what `define` gives. */
export const sequelize = defineModel({
  id: 'sequelize',
  docs: 'https://sequelize.org/docs/v6/core-concepts/model-querying-finders/',
  packages: PACKAGES,
  checkedAgainst: '6 (read), sequelize-typescript 2 (read)',
  types: [
    ...PACKAGES.flatMap((name) => [
      { name: MODEL.type, from: { package: name }, path: 'Member[Model]' },
      { name: SEQUELIZE.type, from: { package: name }, path: 'Member[Sequelize].New' },
    ]),
    { name: SEQUELIZE.type, from: { package: 'sequelize' }, path: 'New' },
    { name: MODEL.type, from: SEQUELIZE, path: 'Member[define,model].Return' },
    { name: MODEL.type, from: SEQUELIZE, path: 'Member[models].Member[any]' },
    { name: MODEL.type, from: MODEL, path: 'Member[init,scope,unscoped,schema].Return' },
  ],
  declaredTypes: [
    { package: 'sequelize', name: 'ModelStatic', type: MODEL.type },
    { package: 'sequelize', name: 'ModelCtor', type: MODEL.type },
    ...PACKAGES.map((name) => ({ package: name, name: 'Sequelize', type: SEQUELIZE.type })),
  ],
  sources: [
    { ...ROW, path: 'Member[findOne].Return', picks: ['Argument[0].Member[attributes]'] },
    { ...ROW, path: 'Member[findByPk,findById].Return', picks: ['Argument[1].Member[attributes]'] },
    { ...ROW, path: 'Member[create].Return' },
    { ...ROW, path: 'Member[findOrCreate,findOrBuild,findCreateFind,upsert].Return', data: ['Member[0]'] },
    { ...ROW, path: 'Member[findAll].Return', gives: 'records', picks: ['Argument[0].Member[attributes]'], bounds: ['Argument[0].Member[limit]'] },
    { ...ROW, path: 'Member[findAndCountAll,findAndCount].Return', gives: 'records', data: ['Member[rows]'], picks: ['Argument[0].Member[attributes]'], bounds: ['Argument[0].Member[limit]'] },
  ],
});
