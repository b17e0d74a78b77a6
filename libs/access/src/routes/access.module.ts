/** The addresses of access as a Nest module. */
import { Module, type DynamicModule } from '@nestjs/common';
import { ACCESS, type AccessOptions } from './options.js';
import { SessionController } from './session.controller.js';

@Module({})
export class AccessModule {
  static with(options: AccessOptions): DynamicModule {
    return {
      module: AccessModule,
      controllers: [SessionController],
      providers: [{ provide: ACCESS, useValue: options }],
    };
  }
}
