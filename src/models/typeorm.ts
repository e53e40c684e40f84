import { defineModel } from './define-model.js';
import type { QueryChain, SourceRow } from './library-model.js';

const REPOSITORY = { type: 'typeorm.Repository' } as const;
const MANAGER = { type: 'typeorm.EntityManager' } as const;
const SOURCE = { type: 'typeorm.DataSource' } as const;
const PACKAGE = { package: 'typeorm' } as const;
const ONE = 'Member[findOne,findOneBy,findOneOrFail,findOneByOrFail,findOneById].Return';
const BUILDER: QueryChain = {
  keeps: [
    'where', 'andWhere', 'orWhere', 'whereInIds', 'leftJoin', 'innerJoin', 'leftJoinAndSelect', 'innerJoinAndSelect', 'addSelect', 'orderBy', 'addOrderBy', 'groupBy', 'having', 'setParameter', 'setParameters',
    'skip', 'offset', 'cache', 'withDeleted', 'setLock', 'getMany',
  ],
  bounds: ['take', 'limit'],
  picks: ['select', 'getCount', 'getExists'],
  one: ['getOne', 'getOneOrFail'],
};

function findings(from: SourceRow['from'], options: 0 | 1): readonly SourceRow[] {
  const at = `Argument[${options}]`;
  return [
    { from, path: ONE, gives: 'record', picks: [`${at}.Member[select]`] },
    { from, path: 'Member[find,findBy].Return', gives: 'records', picks: [`${at}.Member[select]`], bounds: [`${at}.Member[take]`] },
    { from, path: 'Member[findAndCount,findAndCountBy].Return', gives: 'records', data: ['Member[0]'], picks: [`${at}.Member[select]`], bounds: [`${at}.Member[take]`] },
    { from, path: 'Member[createQueryBuilder].Return', gives: 'records', chain: BUILDER },
  ];
}

/** Entities, with all their columns, unless `select` names some. */
export const typeorm = defineModel({
  id: 'typeorm',
  docs: 'https://typeorm.io/docs/working-with-entity-manager/repository-api/',
  packages: ['typeorm', '@nestjs/typeorm'],
  checkedAgainst: '0.3 (read), 1.1 (read)',
  types: [
    { name: SOURCE.type, from: PACKAGE, path: 'Member[DataSource].New' },
    { name: SOURCE.type, from: PACKAGE, path: 'Member[getConnection,createConnection].Return' },
    { name: MANAGER.type, from: SOURCE, path: 'Member[manager]' },
    { name: MANAGER.type, from: PACKAGE, path: 'Member[getManager].Return' },
    { name: REPOSITORY.type, from: SOURCE, path: 'Member[getRepository].Return' },
    { name: REPOSITORY.type, from: MANAGER, path: 'Member[getRepository,withRepository].Return' },
    { name: REPOSITORY.type, from: PACKAGE, path: 'Member[getRepository,getCustomRepository].Return' },
    { name: REPOSITORY.type, from: REPOSITORY, path: 'Member[extend].Return' },
    // `class User extends BaseEntity`: the entity has the repository's methods itself.
    { name: REPOSITORY.type, from: PACKAGE, path: 'Member[BaseEntity]' },
    { name: REPOSITORY.type, from: PACKAGE, path: 'Member[Repository]' },
  ],
  declaredTypes: [
    { package: 'typeorm', name: 'Repository', type: REPOSITORY.type },
    { package: 'typeorm', name: 'EntityManager', type: MANAGER.type },
    { package: 'typeorm', name: 'DataSource', type: SOURCE.type },
  ],
  sources: [...findings(REPOSITORY, 0), ...findings(MANAGER, 1)],
});
