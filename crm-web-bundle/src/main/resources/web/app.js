import './components/crm-app/crm-app.js';
