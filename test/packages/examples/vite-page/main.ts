import { define } from 'login-lab'

define()
const lab = document.querySelector('login-lab')
lab?.addEventListener('stepchange', ({ detail }) => {
  const told = document.querySelector('#told')
  if (told !== null) told.textContent = `${detail.currentStep} of ${detail.stepCount}`
})
