/** The addresses of access as a Nest module. */
import { Module, type DynamicModule } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { KeysController } from './keys.controller.js';
import { ACCESS, type AccessOptions } from './options.js';
import { PeopleController } from './people.controller.js';
import { PoliciesController } from './policies.controller.js';
import { SessionController } from './session.controller.js';
import { SignInController } from './sign-in.controller.js';

@Module({})
export class AccessModule {
  static with(options: AccessOptions): DynamicModule {
    return {
      module: AccessModule,
      controllers: [
        ...[SessionController, SignInController, PeopleController],
        ...[KeysController, PoliciesController, AuditController],
      ],
      providers: [{ provide: ACCESS, useValue: options }],
    };
  }
}
