module.exports = { docs: ['index', 'login', 'component', 'unsure', 'frame', 'other'] }
