/** The relay as a Nest module: sends the log to Kafka from when the application has started until it ends. */
import {
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { startRelay } from '@rapporteur/kafka';

type RelayOptions = Parameters<typeof startRelay>[0];
const OPTIONS = Symbol('relay options');

@Injectable()
class Relaying implements OnApplicationBootstrap, OnApplicationShutdown {
  private relay: ReturnType<typeof startRelay> | undefined;

  constructor(@Inject(OPTIONS) private readonly options: RelayOptions) {}

  onApplicationBootstrap(): void {
    this.relay = startRelay(this.options);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.relay?.close();
  }
}

@Module({})
export class RelayModule {
  static with(options: RelayOptions): DynamicModule {
    return { module: RelayModule, providers: [{ provide: OPTIONS, useValue: options }, Relaying] };
  }
}
