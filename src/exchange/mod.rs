//! Files of others in and out. Untrusted text is cleaned here.
