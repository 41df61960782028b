import type { LucideIcon } from 'lucide-react';
import Bike from 'lucide-react/icons/bike';
import Briefcase from 'lucide-react/icons/briefcase';
import Coins from 'lucide-react/icons/coins';
import GraduationCap from 'lucide-react/icons/graduation-cap';
import HandHeart from 'lucide-react/icons/hand-heart';
import HeartPulse from 'lucide-react/icons/heart-pulse';
import House from 'lucide-react/icons/house';
import IdCard from 'lucide-react/icons/id-card';
import KeyRound from 'lucide-react/icons/key-round';
import Scale from 'lucide-react/icons/scale';
import Users from 'lucide-react/icons/users';
import Zap from 'lucide-react/icons/zap';
import type { ProcedureLine } from '../../main/core/procedure/schema.ts';

/** The picture of each theme, beside its words. */
export const THEME_PICTURE: Record<ProcedureLine['theme'], LucideIcon> = {
  identite: IdCard,
  'cles-numeriques': KeyRound,
  famille: Users,
  ecole: GraduationCap,
  emploi: Briefcase,
  'impots-argent': Coins,
  logement: House,
  energie: Zap,
  mobilite: Bike,
  'sante-handicap': HeartPulse,
  'pension-social': HandHeart,
  'droits-activites': Scale,
};
