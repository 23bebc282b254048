/** Work at the desk, one after the other on one server. */
import './desk-work.ts';
import './desk-search.ts';
import './desk-release.ts';
import './desk-sp4n.ts';
import './desk-track.ts';
