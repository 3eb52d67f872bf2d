import type { DeviceInfo } from '../memory/records.ts'
import type { Parameters } from './parameters.ts'

/** What a request says about the device that it comes from. */
export const readDevice = (parameters: Parameters): DeviceInfo => ({
  name: parameters.get('metaData.device.name'),
  type: parameters.get('metaData.device.type'),
  description: parameters.get('metaData.device.description'),
})
